/**
 * Makes a product with all that production needs.
 *
 * That is the product, a production group, a group for devices under test, and a factory group whose targets are these
 * two. What is there and right is left as it is, what differs is changed, what is missing is made. Groups that are
 * there, but of another kind, stop it before anything has changed.
 *
 * @param {string}  product            name of the product; made when there is none
 * @param {string}  [description]      of the product
 * @param {string}  [productionGroup]  name; "PRODUCT production" unless given
 * @param {string}  [dutGroup]         name; "PRODUCT DUT" unless given
 * @param {string}  [factoryGroup]     name; "PRODUCT factory" unless given
 * @param {boolean} [loadCodeAfterBlessing=false] load code at blessing, not at the end user's BlinkUp
 * @param {string}  [region]           of the production group; cannot be changed later
 * @param {string}  [webhookUrl]       make webhooks of the production group that post to this address
 * @param {('blessing'|'blinkup'|'deployment')[]} [webhookEvent] what they tell of; blessing and blinkup unless given
 * @param {'json'|'form'} [webhookContent="json"] the form of what they post
 * @param {boolean} [pre=false]        groups of the pre-production kinds, to try the process with
 * @example impsh run production-setup --product Kettle --dry-run
 * @example impsh run production-setup --product Kettle --webhook-url https://example.com/hook
 */

const {misused} = load('lib/usage.js')('production-setup');
const {lookUp} = load('lib/lookup.js')('production-setup');
const {tellingSoFar} = load('lib/so-far.js');
const {shownUrl, checkUrl} = load('lib/webhooks.js')('production-setup');

const LONGEST_NAME = 80;
const prefix = params.pre ? 'pre-' : '';

function groupsOf(productName) {
  return [
    {option: 'production-group', kind: `${prefix}production`, name: params.productionGroup, preset: 'production'},
    {option: 'dut-group', kind: `${prefix}dut`, name: params.dutGroup, preset: 'DUT'},
    {option: 'factory-group', kind: `${prefix}factory`, name: params.factoryGroup, preset: 'factory'},
  ].map(({preset, ...group}) => ({...group, name: group.name ?? `${productName} ${prefix}${preset}`}));
}

function checkName(option, name) {
  if (name.trim() === '' || name.length > LONGEST_NAME) {
    throw misused(`--${option}: a name has 1 to ${LONGEST_NAME} characters`, `it is ${JSON.stringify(name)}`);
  }
}

function checkGroupNames(wanted) {
  wanted.forEach(({option, name}) => checkName(option, name));
  const twice = wanted.find(({name}, index) => wanted.findIndex((other) => other.name === name) < index);
  if (twice) {
    throw misused(`two groups would be called '${twice.name}'`, `give another name with --${twice.option}`);
  }
}

function checkWebhooks() {
  if (params.webhookUrl !== undefined) {
    checkUrl('--webhook-url', params.webhookUrl);
  } else if (params.webhookEvent) {
    throw misused('--webhook-event needs --webhook-url');
  }
}

/** A group of another kind or region cannot be made into what is wanted. */
function checkPresent({option, kind, name, present}) {
  if (!present) {
    return;
  }
  if (present.kind !== kind) {
    throw misused(
      `'${name}' is there, but it is a ${present.kind} group and no ${kind} group`,
      `the kind of a group cannot be changed; give another name with --${option}`);
  }
  if (option === 'production-group' && params.region !== undefined && present.region !== params.region) {
    throw misused(
      `'${name}' is there, with ${present.region === null ? 'no region' : `region ${present.region}`}`,
      `the region of a group cannot be changed; give another name with --${option}`);
  }
}

const rows = [];

function tell(what, name, outcome, detail = null) {
  rows.push({what, name, outcome: profile.dryRun && outcome !== 'already so' ? 'planned' : outcome, detail});
}

const identity = (value) => value?.id ?? value ?? '';
const given = (name) => params[name] === undefined ? {} : {[name]: params[name]};

/** Leaves it, changes what differs, or makes it. */
function settle(what, name, present, facts, make) {
  if (!present) {
    const made = make();
    tell(what, name, 'created');
    return made;
  }
  const changes = Object.entries(facts).filter(([key, value]) => identity(present[key]) !== identity(value));
  if (changes.length === 0) {
    tell(what, name, 'already so');
    return present;
  }
  const changed = present.update(Object.fromEntries(changes));
  tell(what, name, 'changed', changes.map(([key, value]) => `${key}: ${value?.name ?? value}`).join(', '));
  return changed;
}

function settleProduct(present) {
  const facts = given('description');
  return settle('product', present?.name ?? params.product, present, facts, () =>
    products.create({name: params.product, ...facts}));
}

function settleGroup(product, {kind, name, present}, facts, onlyNew = {}) {
  return settle(`${kind} group`, name, present, facts, () =>
    product.createGroup({kind, name, ...facts, ...onlyNew}));
}

function settleWebhooks(group, present) {
  const url = params.webhookUrl;
  const contentType = {json: 'application/json', form: 'application/x-www-form-urlencoded'}[params.webhookContent];
  for (const event of new Set(params.webhookEvent ?? ['blessing', 'blinkup'])) {
    const hooks = present.filter((hook) => hook.event === event && hook.url === url);
    const hook = hooks.find((one) => one.contentType === contentType) ?? hooks[0];
    settle('webhook', `${event} to ${shownUrl(url)}`, hook, {contentType}, () =>
      group.createWebhook({url, event, contentType}));
  }
}

checkName('product', params.product);
checkWebhooks();
const found = lookUp('--product', products, params.product, () => null);
const there = found ? found.groups.toArray() : [];
const wanted = groupsOf(found?.name ?? params.product)
  .map((group) => ({...group, present: there.find(({name}) => name === group.name)}));
checkGroupNames(wanted);
wanted.forEach(checkPresent);
const [production, dut, factory] = wanted;
const hooks = production.present && params.webhookUrl !== undefined ? production.present.webhooks.toArray() : [];

function setUp() {
  const product = settleProduct(found);
  const productionTarget = settleGroup(product, production, given('loadCodeAfterBlessing'), given('region'));
  const dutTarget = settleGroup(product, dut, {});
  settleGroup(product, factory, {productionTarget, dutTarget});
  if (params.webhookUrl !== undefined) {
    settleWebhooks(productionTarget, hooks);
  }
}

tellingSoFar(rows, setUp);
rows;
