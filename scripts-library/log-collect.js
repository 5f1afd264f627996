/**
 * Collects the logs of a group in files.
 *
 * Stored lines go to the end of a file for each device in a folder, or of one file for all. A line that is there already is
 * not written again, so it can be run every night. With --follow it then waits for new lines.
 *
 * @param {group[]}  [group]  devices of these groups
 * @param {device[]} [device] these devices
 * @param {string}   [into]   folder for a file of each device; it is made if it is not there
 * @param {string}   [file]   or: one file for all of them
 * @param {duration} [since]  no older lines; by default what the files do not have yet
 * @param {duration} [follow] collect new lines for so long, too
 * @example impsh run log-collect --group "Line 1" --into logs
 * @example impsh run log-collect --device thermo-0001 --device thermo-0002 --file night.log --follow 8h
 */

const {misused} = load('lib/usage.js')('log-collect');
const {LogFile, lineOf, fileName} = load('lib/log-files.js');
const WITHOUT_LOGS = ['production', 'pre-production'];
const OVERLAP = 60 * 1000; // what is logged while the stored lines are read

function checkParameters() {
  if (!params.group && !params.device) {
    throw misused('whose logs? give --group GROUP or --device DEVICE');
  }
  if (!params.into === !params.file) {
    throw misused(params.into ? '--into and --file exclude each other' : 'where to? give --into FOLDER or --file FILE');
  }
}

/** Each once, though a device may be in one of the groups as well. */
function selected() {
  const found = new Map((params.device ?? []).map((device) => [device.id, device]));
  for (const device of params.group ? devices.where({group: params.group}) : []) {
    found.set(device.id, device);
  }
  return [...found.values()];
}

function tellWithoutLogs(found) {
  const silent = found.filter(({groupKind}) => WITHOUT_LOGS.includes(groupKind));
  if (silent.length > 0) {
    const names = [...new Set(silent.map(({group}) => group.name))];
    console.warn(`left out, as (pre-)production groups have no logs: ${silent.length} of ${names.join(', ')}`);
  }
}

function inFolder(device) {
  return `${params.into.replace(/(?<=.)\/+$/, '')}/${fileName(device)}`;
}

/** What belongs to a device: its file, what its lines begin with, and when the last one was. */
function collections(found) {
  const shared = params.file ? new LogFile(params.file) : null;
  const last = new Map();
  if (shared) {
    for (const line of shared.lines()) {
      const [time, id] = line.split(' ', 2);
      last.set(id, time);
    }
  }
  return new Map(found.map((device) => {
    const file = shared ?? new LogFile(inFolder(device));
    const latest = shared ? last.get(device.id) : file.lines().at(-1)?.split(' ', 1)[0];
    return [device.id, {device, file, who: shared ? `${device.id} ` : '', latest, lines: 0}];
  }));
}

/** The last line's own moment is read again, as more may have been said in it. */
function begin({latest}) {
  const wanted = params.since === undefined ? 0 : Date.now() - params.since * 1000;
  return new Date(Math.max(wanted, latest === undefined ? 0 : Date.parse(latest) || 0));
}

function add(collection, entries) {
  const before = collection.file.written;
  collection.file.add(entries.map((entry) => lineOf(entry, collection.who)));
  collection.lines += collection.file.written - before;
}

function collectStored(all) {
  for (const collection of all.values()) {
    collection.from = begin(collection);
    add(collection, collection.device.logs({since: collection.from}));
  }
}

/** Stored lines of the time in which those of others were read come first, once more. */
function follow(all, from) {
  new Set([...all.values()].map(({file}) => file)).forEach((file) => file.begin());
  const followed = [...all.values()].map(({device}) => device);
  const stream = logs.on(followed, (entry) => {
    const collection = all.get(entry.deviceId);
    if (entry.time >= collection.from) {
      add(collection, [entry]);
    }
  }, {since: from});
  sleep(params.follow);
  stream.stop();
}

checkParameters();
const found = selected();
tellWithoutLogs(found);
const all = collections(found.filter(({groupKind}) => !WITHOUT_LOGS.includes(groupKind)));
const from = new Date(Date.now() - OVERLAP);
collectStored(all);
if (params.follow && all.size > 0 && !profile.dryRun) {
  follow(all, from);
}
[...all.values()].map(({device, lines}) => ({
  device: device.name ?? device.id, file: params.file ?? inFolder(device), lines,
  outcome: lines === 0 ? 'already so' : profile.dryRun ? 'planned' : 'written',
}));
