/**
 * Moves devices from one group to another.
 *
 * Takes them from a group, or from a CSV file that names a device in each line and may name a group for it. Makes all
 * plans before it applies the first, so that a name that is wrong anywhere stops it before anything has changed.
 *
 * @param {group}   [from]         device group to take devices from
 * @param {file}    [csv]          or: a CSV file with a column "device", and maybe "to"
 * @param {group}   [to]           device group to put them into, unless the file says so
 * @param {number}  [limit]        at most this many devices
 * @param {boolean} [online=false] only devices that are online
 * @example impsh run bulk-reassign --from "Line 1" --to "Line 2" --dry-run
 * @example impsh run bulk-reassign --csv moves.csv --online --yes=500
 */

const {misused, checkCount} = load('lib/usage.js')('bulk-reassign');

function checkParameters() {
  if (!params.from && !params.csv) {
    throw misused('which devices? give --from GROUP or --csv FILE');
  }
  if (params.from && params.csv) {
    throw misused('--from and --csv exclude each other');
  }
  if (params.from && !params.to) {
    throw misused('where to? give --to GROUP');
  }
  checkCount('limit', params.limit);
}

/** The file's devices by the group they go to: the group's name as the file has it, or '' for --to. */
function devicesByTarget() {
  const rows = files.readCsv(params.csv);
  if (rows.length === 0) {
    throw misused(`${params.csv} names no device`);
  }
  const byTarget = new Map();
  rows.forEach((row, index) => {
    const line = index + 2; // below the line with the names of the columns
    if (row.device === undefined) {
      throw misused(`${params.csv} has no column "device", only ${JSON.stringify(Object.keys(row))}`);
    }
    if (Object.values(row).every((value) => String(value ?? '').trim() === '')) {
      return; // as editors and spreadsheets leave at the end
    }
    const device = String(row.device).trim();
    const target = String(row.to ?? '').trim();
    if (device === '') {
      throw misused(`${params.csv}, line ${line}: no device`);
    }
    if (target === '' && !params.to) {
      throw misused(`${params.csv}, line ${line}: no group to move ${device} to; give --to GROUP or a column "to"`);
    }
    if (!byTarget.has(target)) {
      byTarget.set(target, []);
    }
    byTarget.get(target).push(device);
  });
  return byTarget;
}

/** What has to move, as {to: group, devices: query}. */
function moves() {
  if (params.from) {
    return [{to: params.to, devices: devices.where({group: params.from})}];
  }
  return [...devicesByTarget()].map(([target, names]) => ({
    to: target === '' ? params.to : groups.get(target),
    devices: devices.of(names),
  }));
}

function plansFor(wanted) {
  let left = params.limit ?? Infinity;
  const made = [];
  for (const move of wanted) {
    let selection = params.online ? move.devices.where({online: true}) : move.devices;
    if (left !== Infinity) {
      selection = selection.limit(left);
    }
    const plan = selection.assignTo(move.to);
    made.push({to: move.to, plan});
    left -= plan.count;
    if (left <= 0) {
      break;
    }
  }
  return made;
}

/** A file that sends a device to two groups is a mistake; applied in turn, the last plan would win. */
function checkOneTargetEach(made) {
  const targets = new Map();
  for (const {to, plan} of made) {
    for (const item of plan.items) {
      const other = targets.get(item.id);
      if (other !== undefined && other !== to.id) {
        throw misused(`${item.name ?? item.id} is to move to two groups; ${to.name} is one of them`);
      }
      targets.set(item.id, to.id);
    }
  }
}

/** One report as it is; of several, a row of numbers each. */
function result(reports) {
  if (reports.length === 1) {
    return reports[0].report;
  }
  return reports.map(({to, report}) => ({to: to.name, plan: report.id, ...report.counts}));
}

checkParameters();
const made = plansFor(moves());
checkOneTargetEach(made);
const reports = made.map(({to, plan}) => ({to, report: plan.apply()}));
result(reports);
