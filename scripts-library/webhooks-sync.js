/**
 * Makes the webhooks of an account those of a file.
 *
 * The file is TOML. Each webhook in it has a url, a group and an event, or several of these in brackets, and maybe a
 * contentType. What is missing is made; a webhook of the same group, event and url with another content type is
 * changed; what is not in the file stays unless you say --remove. The differences are shown first.
 *
 * @param {file}    file            what the webhooks shall be
 * @param {product} [product]       only groups of this product
 * @param {group}   [group]         only this group
 * @param {boolean} [remove=false]  remove webhooks that are not in the file
 * @example impsh run webhooks-sync --file webhooks.toml --dry-run
 * @example impsh run webhooks-sync --file webhooks.toml --product Kettle --remove
 */

const {misused} = load('lib/usage.js')('webhooks-sync');
const {lookUp} = load('lib/lookup.js')('webhooks-sync');
const {tellingSoFar} = load('lib/so-far.js');
const {shownUrl} = load('lib/webhooks.js')('webhooks-sync');
const {webhooksOf} = load('lib/webhook-file.js')('webhooks-sync');

const scope = params.group ?? params.product;

function inScope(group) {
  return !scope || scope.id === group.id || scope.id === group.product.id;
}

/** A name means a group of --product first: others may have one of the same name. */
function groupNamed(where, name) {
  const ofProduct = params.product ? params.product.groups.find((group) => group.name === name) : null;
  const group = ofProduct ?? lookUp(where, groups, name);
  if (!inScope(group)) {
    throw misused(`${where}: the group ${name} is not in ${scope.name}`, 'leave it out of the file');
  }
  return group;
}

/** By which a webhook is known; its content type can be changed. */
const keyOf = ({group, event, url}) => JSON.stringify([group.id, event, url]);

/** What the file says, one for each group and event. */
function wishes() {
  const wanted = new Map();
  for (const {where, url, groups: names, events, contentType} of webhooksOf(params.file)) {
    for (const group of names.map((name) => groupNamed(where, name))) {
      for (const event of events) {
        const wish = {group, event, url, contentType};
        if (wanted.has(keyOf(wish))) {
          throw misused(`${where}: ${event} of ${group.name} to ${shownUrl(url)} is twice in the file`);
        }
        wanted.set(keyOf(wish), wish);
      }
    }
  }
  return [...wanted.values()];
}

/** Those that are alike, in the order of the first of them. */
function together(all, keyFor) {
  const parts = new Map();
  all.forEach((one) => parts.set(keyFor(one), []));
  all.forEach((one) => parts.get(keyFor(one)).push(one));
  return parts;
}

function compared(wish, alike) {
  const hook = alike.find(({contentType}) => contentType === wish.contentType) ?? alike[0];
  return {...wish, hook, verb: !hook ? 'create' : hook.contentType === wish.contentType ? 'already so' : 'change'};
}

/** Each wish with what has to be done for it, and then what is there besides; what others own only when asked for. */
function differences(wanted) {
  const there = (scope ? scope.webhooks : webhooks).map((hook) => hook);
  const byKey = together(there, keyOf);
  const wished = wanted.map((wish) => compared(wish, byKey.get(keyOf(wish)) ?? []));
  const kept = new Set(wished.map(({hook}) => hook));
  const besides = there.filter((hook) => !kept.has(hook) && (scope || hook.owner.id === me.id));
  return [...wished, ...besides.map((hook) => {
    const {group, event, url, contentType} = hook;
    return {group, event, url, contentType, hook, verb: params.remove ? 'remove' : 'not in the file'};
  })];
}

const told = ({event, group, url}) => `${event} of ${group.name} to ${shownUrl(url)}`;

function tellDifferences(all) {
  for (const one of all.filter(({verb}) => verb !== 'already so')) {
    console.warn(`${one.verb}: ${told(one)}${one.verb === 'change' ? `, becomes ${one.contentType}` : ''}`);
  }
  if (all.some(({verb}) => verb === 'not in the file')) {
    console.warn('--remove removes those that are not in the file');
  }
}

const VERBS = {
  create: {
    outcome: 'created',
    alike: ({url, event, contentType}) => JSON.stringify([url, event, contentType]),
    target: ({group}) => group.id,
    plan: (some, {url, event, contentType}) =>
      groups.of(some.map(({group}) => group)).createWebhook({url, event, contentType}),
  },
  change: {
    outcome: 'changed',
    alike: ({contentType}) => contentType,
    target: ({hook}) => hook.id,
    plan: (some, {contentType}) => webhooks.of(some.map(({hook}) => hook)).update({contentType}),
  },
  remove: {
    outcome: 'removed',
    alike: () => 'all',
    target: ({hook}) => hook.id,
    plan: (some) => webhooks.of(some.map(({hook}) => hook)).remove(),
  },
};

/** Carries out what can be done in one go. Such a plan is refused by nothing, so it need not be made before. */
function apply({outcome, target, plan}, some, outcomes) {
  const byTarget = new Map(some.map((one) => [target(one), one]));
  const report = plan(some, some[0]).apply();
  const items = ['done', 'failed', 'stale', 'skipped', 'unknown', 'planned'].flatMap((end) => report[end].items);
  for (const item of items) {
    const one = byTarget.get(item.id);
    outcomes.set(one, item.outcome === 'done' ? outcome : item.outcome);
    if (item.reason !== null) {
      console.warn(`${item.outcome}: ${told(one)}: ${item.reason}`);
    }
  }
}

/** What came of each difference that was to be done away with. */
function applied(all) {
  const outcomes = new Map();
  const done = [];
  tellingSoFar(done, () => {
    for (const [verb, how] of Object.entries(VERBS)) {
      for (const some of together(all.filter((one) => one.verb === verb), how.alike).values()) {
        apply(how, some, outcomes);
        done.push(...some.map((one) => ({what: 'webhook', name: told(one), outcome: outcomes.get(one)})));
      }
    }
  });
  return outcomes;
}

if (params.product && params.group) {
  throw misused('--product and --group exclude each other');
}
const all = differences(wishes());
tellDifferences(all);
const outcomes = applied(all);
all.map((one) => ({
  what: 'webhook',
  group: one.group.name,
  event: one.event,
  url: shownUrl(one.url),
  contentType: one.contentType,
  outcome: outcomes.get(one) ?? one.verb,
}));
