/**
 * Reports on the state of the whole fleet.
 *
 * How many devices are on line, what they run, their free memory and signal, by product and by group: as tables and bars,
 * and as a page with charts that needs nothing from elsewhere. What a device that is off line said last counts as well.
 *
 * @param {product[]} [product] only devices of these products
 * @param {group[]}   [group]   only devices of these groups
 * @param {boolean}   [builds]  tell the newest build of each group, too; each is read with its code
 * @param {string}    [html]    write a page with charts to this file
 * @param {string}    [csv]     write the numbers to this file
 * @param {string}    [title="Fleet report"] of the page
 * @example impsh run fleet-report
 * @example impsh run fleet-report --product Thermostat --html report.html --csv report.csv
 */

const {Tally} = load('lib/fleet-facts.js');
const MOST_BARS = 25;
const MOST_OFFLINE = 10;
const NOWHERE = 'unassigned';

function selection() {
  const {product, group} = params;
  return Object.fromEntries(Object.entries({product, group}).filter(([, value]) => value !== undefined));
}

/** Also those without devices. */
function selectedGroups() {
  const wanted = params.product === undefined ? groups.all() : groups.where({product: params.product});
  const ids = params.group?.map(({id}) => id);
  return wanted.toArray().filter(({id}) => ids === undefined || ids.includes(id));
}

function selectedProducts(found) {
  if (params.group !== undefined) {
    const ids = new Set(found.map(({product}) => product.id));
    return products.toArray().filter(({id}) => ids.has(id));
  }
  return params.product ?? products.toArray();
}

function tallies(entities) {
  return new Map(entities.map((entity) => [entity.id, {entity, tally: new Tally()}]));
}

/** A group or product that was made, or shared, after the lists were read is there all the same. */
function tallyOf(found, entity) {
  const id = entity?.id ?? null;
  if (!found.has(id)) {
    found.set(id, {entity, tally: new Tally()});
  }
  return found.get(id).tally;
}

/** Keeps the few that have been off line longest. */
function keepLongest(offline, device) {
  offline.push(device);
  if (offline.length > 10 * MOST_OFFLINE) {
    offline.splice(0, Infinity, ...longest(offline));
  }
}

function longest(offline) {
  return offline.sort((a, b) => (a.stateChangedAt ?? 0) - (b.stateChangedAt ?? 0)).slice(0, MOST_OFFLINE);
}

/** One listing of the devices, one of the groups, one of the products. */
function readFleet() {
  const found = selectedGroups();
  const fleet = {all: new Tally(), groups: tallies(found), products: tallies(selectedProducts(found)), offline: []};
  for (const device of devices.where(selection())) {
    const {online, softwareVersion, impType, freeMemory, rssi} = device;
    const facts = {online, softwareVersion, impType, freeMemory, rssi};
    fleet.all.add(facts);
    tallyOf(fleet.groups, device.group).add(facts);
    tallyOf(fleet.products, device.product).add(facts);
    if (!online) {
      keepLongest(fleet.offline, device);
    }
  }
  return fleet;
}

function buildOf(group) {
  const build = group?.currentDeployment;
  return build ? [build.name, ...build.tags].join(' ') : null;
}

function rowsOf(fleet) {
  const builds = (group) => (params.builds ? {build: buildOf(group)} : {});
  return {
    products: [...fleet.products.values()]
      .map(({entity, tally}) => ({product: entity?.name ?? NOWHERE, ...tally.summary()})),
    groups: [...fleet.groups.values()].map(({entity, tally}) => ({
      group: entity?.name ?? NOWHERE, product: entity?.product.name ?? null, kind: entity?.kind ?? null,
      ...builds(entity), ...tally.summary(),
    })),
    offline: longest(fleet.offline).map((device) => ({
      device: device.name ?? device.id, group: device.group?.name ?? NOWHERE, since: device.stateChangedAt,
    })),
  };
}

function report({all}, rows) {
  return {
    fleet: [{account: me.name, ...all.summary()}],
    products: rows.products,
    groups: rows.groups,
    versions: Object.fromEntries(all.versions()),
    modules: Object.fromEntries(all.modules()),
    memory: Object.fromEntries(all.memory()),
    signal: Object.fromEntries(all.signal()),
    offline: rows.offline,
  };
}

const HEADS = {
  onlinePercent: 'on line, %', online: 'on line', offline: 'off line', version: 'impOS, most frequent',
  versions: 'impOS versions', freeKB: 'free memory, KB', rssi: 'signal, dBm',
};

function cellsOf(rows) {
  const columns = Object.keys(rows[0] ?? {});
  return {columns: columns.map((name) => HEADS[name] ?? name), rows: rows.map((row) => Object.values(row))};
}

/** Names of groups are unique in their product only. */
function onlineChart(html, title, of, rows) {
  const largest = [...rows].sort((a, b) => b.devices - a.devices).slice(0, MOST_BARS);
  const twice = (name) => largest.filter((row) => row[of] === name).length > 1;
  return html.chart({
    title, of, stacked: true, wide: true, table: cellsOf(rows),
    note: rows.length > MOST_BARS ? `The chart has the ${MOST_BARS} largest of ${rows.length}.` : undefined,
    labels: largest.map((row) => (twice(row[of]) && row.product ? `${row.product} / ${row[of]}` : row[of])),
    series: [{name: 'on line', values: largest.map(({online}) => online)},
      {name: 'off line', values: largest.map(({offline}) => offline)}],
  });
}

function countChart(html, title, of, counts) {
  return html.chart({
    title, of, labels: counts.map(([name]) => name), series: [{name: 'devices', values: counts.map(([, count]) => count)}],
  });
}

function page({all}, rows) {
  const html = load('lib/html-report.js');
  const {devices: count, online, onlinePercent, freeKB, rssi} = all.summary();
  const offline = rows.offline.map(({device, group, since}) => [device, group, since?.toISOString().slice(0, 16).replace('T', ' ')]);
  return html.page({
    title: params.title,
    facts: {Account: me.name, Endpoint: /\/\/([^/]+)/.exec(profile.endpoint)[1], Selection: selectionWords()},
    numbers: {
      'devices': count, 'on line': online, '% on line': onlinePercent, 'KB free (median)': freeKB,
      'dBm signal (median)': rssi,
    },
    sections: [
      onlineChart(html, 'Products', 'product', rows.products),
      countChart(html, 'impOS versions', 'version', all.versions()),
      countChart(html, 'Modules', 'module', all.modules()),
      countChart(html, 'Free memory', 'range', all.memory()),
      countChart(html, 'Signal strength', 'range', all.signal()),
      onlineChart(html, 'Device groups', 'group', rows.groups),
      html.table({
        title: 'Off line the longest', columns: ['device', 'group', 'since (UTC)'], rows: offline, wide: true,
      }),
    ],
  });
}

function selectionWords() {
  const named = [...(params.product ?? []), ...(params.group ?? [])].map(({name}) => name);
  return named.length === 0 ? 'all devices' : named.join(', ');
}

function write(file, make) {
  if (file === undefined) {
    return;
  }
  if (profile.dryRun) {
    console.warn(`${file} would be written`);
  } else {
    make();
    console.warn(`${file} is written`);
  }
}

const fleet = readFleet();
const rows = rowsOf(fleet);
write(params.html, () => files.write(params.html, page(fleet, rows)));
write(params.csv, () => csv(
  [...rows.products, ...rows.groups].map((row) => ({group: null, kind: null, ...row})), params.csv, {forSpreadsheets: true}));
report(fleet, rows);
