/**
 * Removes what nobody uses any more.
 *
 * Zombies are builds whose group is gone. Old builds are older than the minimum supported build of their group. Empty
 * groups have no devices. Flagged builds stay, and so do groups with flagged builds, factory groups, and groups that are a
 * target of one. All is planned and told before the first question.
 *
 * @param {boolean}  [zombies=false]     builds whose group is gone
 * @param {boolean}  [oldBuilds=false]   builds below the minimum of their group
 * @param {boolean}  [emptyGroups=false] groups without devices; with --zombies their builds too
 * @param {boolean}  [all=false]         all three kinds
 * @param {product}  [product]           in this product only; otherwise in what your own account owns
 * @param {duration} [olderThan]         only what was made, changed or deployed to longer ago, such as 30d
 * @param {number}   [keep=3]            the newest builds of each group stay, so many
 * @example impsh run cleanup --all --older-than 30d --dry-run
 * @example impsh run cleanup --old-builds --product Thermostat --keep 5
 */

const {misused, checkCount} = load('lib/usage.js')('cleanup');

const NOW = Date.now();
const SCOPE = params.product ? {product: params.product} : {owner: me};
const WANTED = {
  zombies: params.all || params.zombies,
  oldBuilds: params.all || params.oldBuilds,
  emptyGroups: params.all || params.emptyGroups,
};

function checkParameters() {
  if (!Object.values(WANTED).includes(true)) {
    throw misused('remove what? give --zombies, --old-builds, --empty-groups or --all');
  }
  checkCount('keep', params.keep);
}

/** Whether nothing has happened to it for long enough; each may be null. */
function isOldEnough(...dates) {
  return params.olderThan === undefined || dates.every((date) => !date || NOW - date > params.olderThan * 1000);
}

function zombies() {
  return builds.where({...SCOPE, zombie: true, flagged: false}).filter((build) => isOldEnough(build.createdAt)).toArray();
}

/** @param leaving groups that are removed with their builds */
function oldBuilds(leaving) {
  const gone = new Set(leaving.map(({id}) => id));
  const old = builds
    .where({...SCOPE, olderThanMinimum: true, flagged: false})
    .filter((build) => isOldEnough(build.createdAt) && !gone.has(build.group.id))
    .toArray();
  const kept = new Set(Object.values(Object.groupBy(old, (build) => build.group.id))
    .flatMap(([build]) => newestOf(build.group)));
  return old.filter((build) => !kept.has(build.id));
}

/** The ids of those that stay in any case. */
function newestOf(group) {
  const known = builds.where({group}).map(({id, createdAt}) => ({id, createdAt}));
  return known.sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime()).slice(0, params.keep).map(({id}) => id);
}

/** Why a group without devices has to stay; nothing when it may go. */
function reasonToStay(group, users) {
  if (users.has(group.id)) {
    return `it is a target of ${users.get(group.id)}`;
  }
  if (group.productionTarget || group.dutTarget) {
    return `it is a ${group.kind} group, and has targets`;
  }
  return builds.where({group, flagged: true}).first() ? 'it has flagged builds' : undefined;
}

function emptyGroups() {
  const users = new Map();
  for (const group of groups) {
    [group.productionTarget, group.dutTarget].filter(Boolean).forEach((target) => users.set(target.id, group.name));
  }
  return groups.where(SCOPE).toArray().filter((group) => {
    const current = group.currentDeployment;
    if (!isOldEnough(group.createdAt, group.updatedAt, current?.createdAt) || group.devices.first()) {
      return false;
    }
    const reason = reasonToStay(group, users);
    if (reason) {
      console.warn(`kept ${group.name}: ${reason}`);
    }
    return !reason;
  });
}

function factsOf(thing) {
  const isBuild = thing.type === 'deployment';
  return {
    what: isBuild ? 'build' : 'group',
    name: isBuild ? [thing.name, ...thing.tags].join(' ') : thing.name,
    in: (isBuild && thing.group ? thing.group.name : thing.product?.name) ?? null,
    created: thing.createdAt.toISOString().slice(0, 10),
    size: isBuild ? thing.deviceCode.length + thing.agentCode.length : null,
  };
}

/** The plan for a kind of things, with what is known of each; null when there are none. */
function planned(kind, things, plan) {
  if (things.length === 0) {
    console.warn(`${kind}: already so, there are none to remove`);
    return null;
  }
  const facts = new Map(things.map((thing) => [thing.id, factsOf(thing)]));
  const all = [...facts.values()];
  const size = all.reduce((sum, {size}) => sum + size, 0);
  const oldest = all.map(({created}) => created).sort()[0];
  console.warn(`${kind}: ${all.length}, the oldest of ${oldest}${size > 0 ? `, ${size} characters of code` : ''}`);
  return {facts, plan};
}

function plannedBuilds(kind, found) {
  return planned(kind, found, found.length > 0 && builds.of(found).remove());
}

function plannedGroups(leaving) {
  const withBuilds = WANTED.zombies ? leaving.flatMap((group) => [group, ...group.deployments]) : leaving;
  return planned('empty groups', withBuilds, leaving.length > 0 && groups.of(leaving).remove({builds: WANTED.zombies}));
}

function plans() {
  const leaving = WANTED.emptyGroups ? emptyGroups() : [];
  return [
    WANTED.zombies && plannedBuilds('zombies', zombies()),
    WANTED.oldBuilds && plannedBuilds('old builds', oldBuilds(WANTED.zombies ? leaving : [])),
    WANTED.emptyGroups && plannedGroups(leaving),
  ].filter(Boolean);
}

const WORDS = {done: 'removed', skipped: 'left alone'};

function rows({facts, report}) {
  return ['done', 'planned', 'skipped', 'stale', 'failed', 'unknown'].flatMap((outcome) =>
    report[outcome].items.map(({id, name, reason}) => ({
      ...(facts.get(id) ?? {name}),
      outcome: WORDS[outcome] ?? outcome,
      reason: reason ?? null,
    })));
}

checkParameters();
const made = plans();
const applied = made.map(({facts, plan}) => ({facts, report: plan.apply()}));
applied.flatMap(rows);
