/**
 * Removes a product with all that belongs to it.
 *
 * In order: the devices are unassigned, flagged builds lose their flag, the factory groups go, then the other groups,
 * the product, and the builds. Webhooks go with their groups. Devices stay in the account. It cannot be undone.
 *
 * @param {string}  product       name or id of the product
 * @param {boolean} [builds=true] remove the builds too; else they stay behind without a group
 * @param {secret}  [unbondKey]   the account's unbond key, which devices in production groups need
 * @example impsh run product-remove --product Kettle --dry-run
 * @example impsh run product-remove --product Kettle --unbond-key @key.txt
 */

const {misused} = load('lib/usage.js')('product-remove');
const {lookUp} = load('lib/lookup.js')('product-remove');

/** What was removed the last time is not there; nor is what was misspelt, so the nearest names are said. */
function absent({message, hint}) {
  console.warn([`${message}: nothing to remove`, hint].filter(Boolean).join('; '));
  return null;
}

function checkAllCanGo(plan) {
  const refused = plan.items.filter(({verdict}) => verdict === 'refused');
  if (refused.length === 0) {
    return;
  }
  const reasons = refused.map(({name, reason}) => `${name}: ${reason.replace(/; remove\(.*$/, '')}`);
  const keyNeeded = refused.some(({reason}) => reason.includes('unbondKey'));
  throw misused(
    `not all of it can be removed, so nothing is: ${reasons.join('; ')}`,
    keyNeeded ? 'give the account\'s unbond key: --unbond-key @FILE, or --unbond-key - for standard input' : undefined);
}

/** All else of a product that somebody shares could be removed, and then not the product itself. */
function checkOwner({name, owner}) {
  if (owner.id !== me.id) {
    throw misused(`${name} belongs to ${owner.name}, and only its owner may remove it`, 'impsh -e me shows who you are');
  }
}

const plural = (number, what) => `${number} ${what}${number === 1 ? '' : 's'}`;

/** How often each key. */
function tally(keys) {
  const counts = new Map();
  keys.forEach((key) => counts.set(key, (counts.get(key) ?? 0) + 1));
  return counts;
}

function tellWhatGoes(product, plan) {
  const devicesOf = tally(plan.items.filter(({action}) => action === 'unassign').map(({from}) => from));
  const webhooksOf = tally(product.webhooks.map(({group}) => group.id));
  console.warn(`product ${product.name} goes, with`);
  for (const {id, kind, name} of product.groups) {
    const devices = plural(devicesOf.get(name) ?? 0, 'device');
    console.warn(`  ${kind} group ${name}: ${devices}, ${plural(webhooksOf.get(id) ?? 0, 'webhook')}`);
  }
  console.warn(`  ${plural(product.deployments.count(), 'build')}${params.builds ? '' : ', which stay without a group'}`);
}

const key = params.unbondKey === undefined ? {} : {unbondKey: params.unbondKey};
const removalOf = (product) => product.remove({force: true, builds: params.builds, ...key});

function complete({failed, stale, skipped, unknown}) {
  return [failed, stale, skipped, unknown].every(({count}) => count === 0);
}

/** Those that need the key go first: where it is wrong, nothing else has changed. */
function removeAll(product) {
  checkOwner(product);
  const plan = removalOf(product);
  checkAllCanGo(plan);
  tellWhatGoes(product, plan);
  const units = product.devices.where({groupKind: 'production'});
  if (units.first() === null) {
    return plan.apply();
  }
  const report = units.unassign(key).apply();
  if (!complete(report)) {
    console.warn('stopped before anything else is changed: production devices could not be unassigned');
    return report;
  }
  console.warn(`${plural(report.done.count + report.planned.count, 'production device')} unassigned`);
  return removalOf(product).apply();
}

const product = lookUp('--product', products, params.product, absent);
product ? removeAll(product) : [{what: 'product', name: params.product, outcome: 'already so'}];
