/**
 * Renames devices from a pattern or a CSV file.
 *
 * The pattern may have {n}, which counts the devices, {n:4} with four digits; {name}, the present name; {mac}, the MAC
 * address without colons, {mac:6} the last six digits of it; {id}, {type}, {group} and {product}. They are counted in
 * the order of their names, numbers in names as numbers, those without a name last. Refuses names that two devices
 * would have, before anything is changed; tells at the end how to undo it.
 *
 * @param {group}   [group]                  the devices of this group
 * @param {string}  [query]                  what they have to be, as JSON, such as {"online": true}; with or without --group
 * @param {string}  [pattern]                the new names, such as line1-{n:4}
 * @param {number}  [start=1]                the first {n}
 * @param {file}    [csv]                    or: a CSV file with the columns "device" and "name"
 * @param {boolean} [allowDuplicates=false]  two devices may have the same name afterwards
 * @example impsh run rename-devices --group "Line 1" --pattern "line1-{n:4}" --dry-run
 * @example impsh run rename-devices --csv names.csv --yes=500
 */

const {misused} = load('lib/usage.js')('rename-devices');
const {filterOf, blamingQuery} = load('lib/query.js')('rename-devices');
const rowsOf = load('lib/csv-rows.js')(misused);
const LONGEST = 80; // as names of products and groups; the service says nothing of devices
const FIELDS = ['n', 'name', 'mac', 'id', 'type', 'group', 'product'];

function checkParameters() {
  if (!params.csv && !params.pattern) {
    throw misused('what shall they be called? give --pattern TEXT or --csv FILE');
  }
  if (params.csv && (params.pattern || params.group || params.query)) {
    throw misused('--csv excludes --pattern, --group and --query');
  }
  if (!params.csv && !params.group && !params.query) {
    throw misused('which devices? give --group GROUP or --query JSON');
  }
  if (!(params.start >= 0 && Number.isInteger(params.start))) {
    throw misused('--start has to be a whole number from 0');
  }
  for (const [field, name] of (params.pattern ?? '').matchAll(/{([^}]*)}/g)) {
    if (!FIELDS.includes(name.replace(/:[1-9]\d*$/, '')) || (name.includes(':') && !/^(n|mac):/.test(name))) {
      throw misused(`--pattern: there is no field ${field}`, `there are {${FIELDS.join('}, {')}}, {n:4} and {mac:6}`);
    }
  }
}

function selected() {
  const source = params.group ? devices.where({group: params.group}) : devices;
  return blamingQuery(() => (filter ? source.where(filter) : source).toArray());
}

/** Told apart by what stays, so that a second run counts as the first did. */
function byName(left, right) {
  if ((left.name === null) !== (right.name === null)) {
    return left.name === null ? 1 : -1;
  }
  const byWords = (left.name ?? '').localeCompare(right.name ?? '', 'en', {numeric: true});
  return byWords || (left.id < right.id ? -1 : 1);
}

function filled(device, index) {
  return params.pattern.replaceAll(/{(\w+)(?::(\d+))?}/g, (field, name, digits) => {
    const mac = device.macAddress.replaceAll(':', '');
    const values = {
      n: String(params.start + index).padStart(Number(digits ?? 1), '0'),
      mac: digits === undefined ? mac : mac.slice(-digits),
      type: device.impType,
      id: device.id,
      name: device.name ?? '',
    };
    return values[name] ?? device[name]?.name ?? '';
  });
}

function fromPattern() {
  const found = selected().sort(byName);
  return found.map((device, index) => ({device, name: filled(device, index).trim()}));
}

function fromFile() {
  const rows = rowsOf(params.csv)
    .map((row, index) => ({device: row.device?.trim(), name: row.name?.trim(), line: index + 2}))
    .filter((row) => row.device !== '' || row.name !== '');
  for (const {device, name, line} of rows) {
    if (device === undefined || name === undefined) {
      throw misused(`${params.csv} needs the columns "device" and "name"`);
    }
    if (device === '') {
      throw misused(`${params.csv}, line ${line}: no device`);
    }
  }
  return rows.map(({device, name, line}) => ({device: identified(device, name, line), name}));
}

/** One that has its new name already is known by that. */
function identified(device, name, line) {
  try {
    return devices.find(device) ?? (name === '' ? null : devices.find(name)) ?? devices.get(device);
  } catch (error) {
    const isOfFile = ['NOT_FOUND', 'AMBIGUOUS'].includes(error.code);
    throw isOfFile ? misused(`${params.csv}, line ${line}: ${error.message}`, error.hint) : error;
  }
}

function checkNames(wanted) {
  const known = ({device}) => device.name ?? device.id;
  const seen = new Set();
  for (const one of wanted) {
    if (seen.has(one.device.id)) {
      throw misused(`${known(one)} would have two names; ${one.name} is one of them`);
    }
    seen.add(one.device.id);
    if (one.name === '') {
      throw misused(`${known(one)} would have no name`);
    }
    if ([...one.name].length > LONGEST) {
      throw misused(`${known(one)} would have a name of more than ${LONGEST} characters: ${one.name}`);
    }
  }
  if (params.allowDuplicates) {
    return;
  }
  const hint = 'add a field such as {n} or {mac:6}, or say --allow-duplicates';
  const taken = new Map();
  for (const one of wanted) {
    if (taken.has(one.name)) {
      throw misused(`${known(taken.get(one.name))} and ${known(one)} would both be called ${one.name}`, hint);
    }
    taken.set(one.name, one);
  }
  for (const device of devices.all()) {
    if (taken.has(device.name) && !seen.has(device.id)) {
      throw misused(`${device.id} is called ${device.name} already`, hint);
    }
  }
}

checkParameters();
const filter = filterOf(params.query);
const wanted = params.csv ? fromFile() : fromPattern();
if (wanted.length === 0) {
  throw misused(params.csv ? `${params.csv} names no device` : 'there is no such device');
}
checkNames(wanted);
const names = new Map(wanted.map(({device, name}) => [device.id, name]));
const report = devices.of(wanted.map(({device}) => device)).rename((device) => names.get(device.id)).apply();
if (report.counts.done > 0) {
  console.warn(`to undo it: plans.undo('${report.id}').apply()`);
}
report;
