/**
 * Tries a build on a few production devices before all get it.
 *
 * start makes a production group for the build beside the one it is for and moves a few devices there; status tells
 * how they are; promote releases the build to all and takes the devices back; rollback only takes them back. What is
 * under way stands in the new group's description, so another operator can go on with it.
 *
 * @param {'start'|'status'|'promote'|'rollback'} action what to do
 * @param {group}    [from]              the group that the build is for
 * @param {build}    [build]             start: which build: id, sha, tag or origin
 * @param {device[]} [devices]           start: which devices
 * @param {string}   [share]             start: or a share of the group, such as 5%
 * @param {number}   [limit]             start: or so many
 * @param {string}   [canary]            the new group's name, or that of an empty one; "GROUP canary" by default
 * @param {boolean}  [conditional=false] promote: let devices finish what they do before they restart
 * @param {duration} [wait="10m"]        wait so long for devices
 * @param {duration} [watch="0s"]        then see for so long that they stay on line
 * @example impsh run canary --action start --from "Thermostat field" --build v2.1 --share 5% --watch 10m --yes=50
 * @example impsh run canary --action status --from "Thermostat field"
 * @example impsh run canary --action promote --from "Thermostat field" --yes=2000
 */

const {misused, checkCount} = load('lib/usage.js')('canary');
const {tellingSoFar, agreed} = load('lib/so-far.js');
const {counted, snapshot, waitForBack, checkWell} = load('lib/devices-back.js')();
const canaries = load('lib/canaries.js')(misused);
const {from, build} = params;
const rows = [];

function tell(what, name, outcome, detail = null) {
  rows.push({what, name, outcome, detail});
}

function planned(word) {
  return profile.dryRun ? 'planned' : word;
}

function checkParameters() {
  if (params.action !== 'status' && !from) {
    throw misused('of which group? give --from GROUP');
  }
  if (from && !['production', 'pre-production'].includes(from.kind)) {
    throw misused(`${from.name} is a ${from.kind} group, not in production`);
  }
  if (params.action === 'start') {
    checkStart();
  }
}

function checkStart() {
  if (!build) {
    throw misused('which build? give --build BUILD');
  }
  const ways = [params.devices, params.share, params.limit].filter((way) => way !== undefined);
  if (ways.length !== 1) {
    throw misused('which devices? give --devices DEVICE, --share PERCENT or --limit NUMBER, one of them');
  }
  const share = parseFloat(params.share ?? '1%');
  if (!(share > 0 && share <= 50 && /^\d+(\.\d+)?%$/.test(params.share ?? '1%'))) {
    throw misused('--share has to be a percentage above 0%, up to 50%');
  }
  checkCount('limit', params.limit);
}

/** What was named, or as many as are wanted with those that are canaries already: on line, and from all over the list. */
function chosen(there) {
  if (params.devices) {
    const strangers = params.devices.filter(({group}) => group?.id !== from.id && group?.id !== there?.id);
    if (strangers.length > 0) {
      throw misused(`not in ${from.name}: ${strangers.map(({name, id}) => name ?? id).join(', ')}`);
    }
    return params.devices.filter(({group}) => group.id === from.id);
  }
  const present = there === null ? 0 : there.devices.count();
  const all = from.devices.toArray();
  const wanted = params.limit ?? Math.ceil((all.length + present) * parseFloat(params.share) / 100);
  const online = all.filter((device) => device.online);
  const count = Math.min(online.length, Math.max(0, wanted - present));
  return Array.from({length: count}, (_, index) => online[Math.floor(index * online.length / count)]);
}

function deployTo(canary, isEmpty) {
  if (canary.currentDeployment?.sha === build.sha) {
    tell('build', build.name, 'already so');
  } else if (isEmpty) {
    canaries.ensured(
      () => (canary.reload().currentDeployment?.sha === build.sha ? canary : null),
      () => build.copyTo(canary, {all: true}));
    tell('build', build.name, planned('created'));
  } else {
    rows.push(...run('release', {build, to: canary, all: true, wait: params.wait}));
  }
}

function move(selection, to) {
  const report = agreed(selection.assignTo(to).apply());
  const {done, planned: shown} = report.counts;
  tell('devices', to.name, isWhole(report) ? planned('moved') : 'failed', counted(done + shown));
  if (done > 0) {
    console.warn(`undo with plans.undo('${report.id}')`);
  }
  return isWhole(report);
}

function isWhole({counts, stopped}) {
  return counts.failed + counts.unknown + counts.stale === 0 && stopped === null;
}

function see(group, before) {
  if (profile.dryRun) {
    return;
  }
  const about = {where: group.name, haveLogs: false, hint: `impsh run canary --action rollback --from ${JSON.stringify(from.name)}`};
  const back = waitForBack(group.devices, before, {...about, seconds: params.wait, mayRunOn: false});
  checkWell(group.devices, back, {...about, seconds: params.watch});
  tell('canaries', group.name, 'on line', counted(back.length));
}

function opened(there, name) {
  if (there !== null) {
    tell('group', name, 'already so');
    return there;
  }
  const {group, isNew} = canaries.open(from, name);
  tell('group', name, planned(isNew ? 'created' : 'changed'));
  return group;
}

function start() {
  const there = canaries.find(from, params.canary);
  const moving = chosen(there);
  const name = there?.name ?? canaries.checkedName(from, params.canary);
  if (there === null && !confirm(`Build ${build.name} is tried in ${name} by ${counted(moving.length)} of ${from.name}. Go on?`)) {
    throw Object.assign(new Error('not confirmed, so it was not done'), {code: 'DECLINED'});
  }
  const canary = opened(there, name);
  deployTo(canary, there === null || there.devices.count() === 0);
  if (moving.length === 0) {
    tell('devices', name, 'already so');
    return;
  }
  const selection = devices.of(moving.map(({id}) => id));
  const before = snapshot(selection);
  if (move(selection, canary)) {
    see(canary, before);
  }
}

/** Of one group its canaries, else all groups that are canaries. */
function status() {
  const found = from ? canaries.find(from, params.canary) : null;
  if (from && found !== null) {
    return found.devices.map(({name, id, online, stateChangedAt, agentRunning, agentStateChangedAt}) => (
      {device: name ?? id, online, stateChangedAt, agentRunning, agentStateChangedAt}));
  }
  return (from ? [] : canaries.all()).map((group) => (
    {canary: group.name, of: canaries.originOf(group), build: group.currentDeployment?.name ?? null, devices: group.devices.count()}));
}

function end() {
  const canary = canaries.find(from, params.canary);
  if (canary === null) {
    tell('canary', from.name, 'already so', 'it has none');
    return;
  }
  if (params.action === 'promote') {
    if (!canary.currentDeployment) {
      throw misused(`${canary.name} has no build to promote`);
    }
    rows.push(...run('release', {
      build: canary.currentDeployment, to: from, all: true, conditional: params.conditional, wait: params.wait, watch: params.watch}));
    if (rows.some(({outcome}) => outcome === 'failed')) {
      return;
    }
  }
  if (canary.devices.count() === 0 || move(canary.devices.all(), from)) {
    tell('group', canary.name, planned(canaries.close(canary)));
  }
}

checkParameters();
tellingSoFar(rows, {start, status, promote: end, rollback: end}[params.action]) ?? rows;
