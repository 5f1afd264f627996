/**
 * Copies a tested build to a production group and restarts its devices.
 *
 * Any group will do. Waits until the devices have restarted and are on line again; where there are logs, none of them
 * may have an error since. A group that has the build already is left alone, but for online devices that have not
 * restarted since they got it.
 *
 * @param {build}    build               build to copy: id, sha, tag or origin
 * @param {group}    to                  group to release to
 * @param {boolean}  [all=false]         copy description, origin, flag and tags too
 * @param {boolean}  [minimum=false]     make it the group's minimum supported build
 * @param {boolean}  [conditional=false] let devices finish what they do before they restart
 * @param {boolean}  [force=false]       restart although the group has the build already
 * @param {duration} [wait="10m"]        wait so long for the devices
 * @param {duration} [watch="0s"]        then see for so long that they stay on line, without errors where there are logs
 * @example impsh run release --build v2.1 --to "Thermostat field" --all --dry-run
 * @example impsh run release --build v2.1 --to "Thermostat field" --minimum --conditional --yes=500
 */

const {counted, snapshot, restartedSince, waitForBack, checkWell} = load('lib/devices-back.js')();
const {tellingSoFar, agreed} = load('lib/so-far.js');
const {build, to, conditional} = params;

const RESTARTS_TRIED = 3;
const rows = [];

function tell(what, name, outcome, detail = null) {
  rows.push({what, name, outcome, detail});
}

function planned(word) {
  return profile.dryRun ? 'planned' : word;
}

/** A build as people know it. */
function label({name, tags}) {
  return [name, ...tags].join(' ');
}

/** Whether the group has the code as its newest build now; a plan that was not carried out says so itself. */
function copy() {
  const plan = builds.of([build.id]).copyTo(to, {all: params.all});
  const report = agreed(plan.apply());
  if (report.counts.failed + report.counts.unknown > 0) {
    tell('build', label(build), 'failed', report.failed.items[0]?.reason ?? 'whether it was copied is not known');
    return false;
  }
  tell('build', label(build), planned('created'), profile.dryRun ? null : `plan ${report.id}`);
  return true;
}

/** What --all brings and a copy that was made before lacks. Its origin cannot be changed any more. */
function complete(current) {
  const changes = {};
  if (!current.description && build.description) {
    changes.description = build.description;
  }
  if (build.tags.some((tag) => !current.tags.includes(tag))) {
    changes.tags = [...new Set([...current.tags, ...build.tags])];
  }
  if (build.flagged && !current.flagged) {
    changes.flagged = true;
  }
  if (!params.all || Object.keys(changes).length === 0) {
    tell('build', label(build), 'already so');
    return;
  }
  current.update(changes);
  tell('build', label(build), planned('changed'), Object.keys(changes).join(', '));
}

function raiseMinimum(current) {
  if (to.minSupportedDeployment?.id === current.id) {
    tell('minimum', label(build), 'already so');
  } else {
    to.setMinSupported(current);
    tell('minimum', label(build), planned('changed'));
  }
}

/** A lost answer leaves open whether they restart; then their agents tell. */
function restartGroup(before) {
  for (let tries = 1; ; tries++) {
    try {
      return to.restart({conditional});
    } catch (failure) {
      if (failure.code !== 'LOST_ANSWER' || tries === RESTARTS_TRIED) {
        throw failure;
      }
      sleep(2);
      if (restartedSince(before, snapshot(to.devices)).length > 0) {
        return undefined;
      }
    }
  }
}

/** Those of the devices that are on line and run what the group had before. */
function behind(before, current) {
  return [...before.values()].filter(({online, agentStartedAt}) => online && agentStartedAt < current.createdAt.getTime());
}

/** Gives those that were told to restart, as they were before. */
function restart(before, current, isNew) {
  const late = behind(before, current);
  if (before.size === 0) {
    tell('restart', to.name, 'already so', 'no devices');
    return before;
  }
  if (isNew || params.force) {
    restartGroup(before);
    tell('restart', to.name, planned('done'), counted(before.size));
    return before;
  }
  if (conditional || late.length === 0) {
    tell('restart', to.name, 'already so', late.length === 0 ? null : `${counted(late.length)} not restarted; --force asks again`);
    return new Map();
  }
  const report = agreed(devices.of(late.map(({id}) => id)).restart().apply());
  tell('restart', to.name, planned('done'), `${counted(late.length)} that had not`);
  return new Map(report.done.items.map(({id}) => [id, before.get(id)]));
}

/** Devices that may finish first can take long: of them only the connection is asked. */
function see(told, wayBack) {
  const about = {
    where: to.name,
    haveLogs: !to.kind.endsWith('production'),
    hint: `look: devices.where({group: '${to.id}'})`
      + (wayBack === null ? '' : `; back: impsh run release --build ${wayBack.id} --to ${to.id}`),
  };
  const restarted = waitForBack(to.devices, told, {...about, seconds: params.wait, mayRunOn: conditional});
  checkWell(to.devices, restarted, {...about, seconds: params.watch});
  const off = [...told.values()].filter(({online}) => !online).length;
  tell('devices', to.name, 'on line', counted(told.size - off) + (off === 0 ? '' : `; off line before: ${off}`));
}

function release() {
  const previous = to.currentDeployment;
  const isNew = previous?.sha !== build.sha;
  if (!isNew) {
    complete(previous);
  } else if (!copy()) {
    return;
  }
  const current = to.reload().currentDeployment;
  if (params.minimum) {
    raiseMinimum(current);
  }
  const before = snapshot(to.devices);
  const told = restart(before, current, isNew);
  if (told.size > 0 && !profile.dryRun) {
    see(told, isNew ? previous : null);
  }
}

tellingSoFar(rows, release);
rows;
