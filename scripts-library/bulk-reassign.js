/**
 * Moves devices from one group to another.
 *
 * Takes them from a group, by a query, or from a CSV file that names a device in each line and may name a group for
 * it. Makes all plans before it applies the first, so that a name that is wrong anywhere stops it before anything has
 * changed. Tells at the end how to undo what it did, and how to go on when it was stopped.
 *
 * @param {group}    [from]         device group to take devices from
 * @param {string}   [query]        what they have to be, as JSON, such as {"online": false}; with or without --from
 * @param {file}     [csv]          or: a CSV file with a column "device", and maybe "to"
 * @param {group}    [to]           device group to put them into, unless the file says so
 * @param {number}   [limit]        at most this many devices
 * @param {boolean}  [online=false] only devices that are online
 * @param {string[]} [waves]        in waves up to these shares, such as 1,5%,100%
 * @param {string}   [pause]        between waves: so long, or ask
 * @param {string}   [health]       asked of each wave: online=10m, no-errors=2m or both
 * @param {duration} [within]       how long a wave may take to become healthy; 5m unless given
 * @example impsh run bulk-reassign --from "Line 1" --to "Line 2" --dry-run
 * @example impsh run bulk-reassign --csv moves.csv --online --yes=500
 * @example impsh run bulk-reassign --query '{"group": ["Line 1", "Line 2"]}' --to "Tracker dev" --waves 1,5%,100%
 */

const {misused, checkCount} = load('lib/usage.js')('bulk-reassign');
const {filterOf, blamingQuery} = load('lib/query.js')('bulk-reassign');
const rowsOf = load('lib/csv-rows.js')(misused);
const {applyOptions} = load('lib/waves.js')('bulk-reassign');

function checkParameters() {
  if (!params.from && !params.csv && !params.query) {
    throw misused('which devices? give --from GROUP, --query JSON or --csv FILE');
  }
  if (params.csv && (params.from || params.query)) {
    throw misused(`--${params.from ? 'from' : 'query'} and --csv exclude each other`);
  }
  if (!params.csv && !params.to) {
    throw misused('where to? give --to GROUP');
  }
  checkCount('limit', params.limit);
}

/** The file's devices by the group they go to: the group's name as the file has it, or '' for --to. */
function devicesByTarget() {
  const rows = rowsOf(params.csv);
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
  if (byTarget.size === 0) {
    throw misused(`${params.csv} names no device`);
  }
  return byTarget;
}

/** What has to move, as {to: group, devices: query}. */
function moves() {
  if (params.csv) {
    return [...devicesByTarget()].map(([target, names]) => ({
      to: target === '' ? params.to : groups.get(target),
      devices: devices.of(names),
    }));
  }
  const source = params.from ? devices.where({group: params.from}) : devices;
  return [{to: params.to, devices: filter ? source.where(filter) : source}];
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

/** Names of devices are looked up when a plan is made. */
function blamingFile(step) {
  try {
    return step();
  } catch (error) {
    throw params.csv && ['NOT_FOUND', 'AMBIGUOUS'].includes(error.code) ? misused(`${params.csv}: ${error.message}`, error.hint) : error;
  }
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

/** A run that was stopped ends the script: what would come after it is said, and not begun. */
function applied(made, options) {
  const reports = [];
  for (const {to, plan} of made) {
    const report = plan.apply(options);
    reports.push({to, report});
    if (report.counts.done > 0) {
      console.warn(`to undo it: plans.undo('${report.id}').apply()`);
    }
    if (report.stopped !== null) {
      const left = made.slice(reports.length).map((move) => move.to.name);
      console.warn(`to go on: impsh apply ${report.id}` + (left.length > 0 ? `; not begun: ${left.join(', ')}` : ''));
      break;
    }
  }
  return reports;
}

/** One report as it is; of several, a row of numbers each. */
function result(reports) {
  if (reports.length === 1) {
    return reports[0].report;
  }
  return reports.map(({to, report}) => ({to: to.name, plan: report.id, ...report.counts}));
}

checkParameters();
const filter = filterOf(params.query);
const options = applyOptions(params);
const made = blamingFile(() => blamingQuery(() => plansFor(moves())));
checkOneTargetEach(made);
result(applied(made, options));
