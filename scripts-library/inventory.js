/**
 * Writes a list of devices to a file.
 *
 * CSV or JSON, by the ending of the file's name or by --format; row by row, however many there are. Without a file the list
 * is the result, in the format that -o says.
 *
 * @param {string}    [file]    where to write; a file that is there is replaced
 * @param {csv|json}  [format]  what to write, if the file's name does not end so
 * @param {product[]} [product] only devices of these products
 * @param {group[]}   [group]   only devices of these groups
 * @param {boolean}   [online]  only devices that are online; with =false only those that are not
 * @param {string}    [columns] which columns, in that order, with commas between them; all by default
 * @example impsh run inventory --file fleet.csv
 * @example impsh run inventory --group "Line 1" --online=false --columns name,macAddress,stateChangedAt
 */

const {misused} = load('lib/usage.js')('inventory');

function formatOf(file) {
  const ending = /\.(csv|json)$/i.exec(file)?.[1].toLowerCase();
  if (!params.format && !ending) {
    throw misused(`${file}: CSV or JSON? give --format csv or --format json`);
  }
  return params.format ?? ending;
}

function filter() {
  const {product, group, online} = params;
  const given = Object.entries({product, group, online}).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}

function withColumns(query) {
  if (params.columns === undefined) {
    return query;
  }
  const columns = params.columns.split(',').map((column) => column.trim()).filter((column) => column !== '');
  try {
    return query.select(...columns);
  } catch (problem) {
    throw misused(`--columns: ${problem.message}`, problem.hint);
  }
}

/** Counts as it writes: a second listing might tell another number. */
function write(query, file) {
  const format = formatOf(file);
  let written = 0;
  const counted = query.filter((device) => {
    written++;
    device.group?.name; // what is read is known, and written: in JSON an id alone would tell nobody much
    device.product?.name;
    return true;
  });
  if (profile.dryRun) {
    return [{file, format, devices: query.count(), outcome: 'planned'}];
  }
  if (format === 'csv') {
    counted.csv(file, {forSpreadsheets: true});
  } else {
    counted.json(file);
  }
  return [{file, format, devices: written, outcome: 'written'}];
}

if (params.file === '') {
  throw misused('--file is empty');
}
if (params.format && !params.file) {
  throw misused('--format goes with --file', `impsh run inventory -o ${params.format} prints it`);
}
const selected = withColumns(devices.where(filter()));
params.file ? write(selected, params.file) : selected;
