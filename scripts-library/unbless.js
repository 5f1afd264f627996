/**
 * Takes devices out of production.
 *
 * They are unassigned with the account's unbond key and can be used for development then. Only blessing brings them back.
 * Devices that are in no group are left alone.
 *
 * @param {device[]} [device]    a device: its id, MAC address, agent id or name
 * @param {file}     [csv]       more of them: a CSV file with a column "device"
 * @param {group}    [group]     or: a production group
 * @param {number}   [limit]     at most this many of the group
 * @param {secret}   [unbondKey] the account's unbond key; asked for unless it is given
 * @example impsh run unbless --device thermo-0140 --unbond-key @key.txt --dry-run
 * @example impsh run unbless --group "Thermostat field" --limit 10
 */

const {misused, checkCount} = load('lib/usage.js')('unbless');
const {namedDevices} = load('lib/device-list.js')(misused);
const IN_PRODUCTION = ['production', 'pre-production'];

function checkParameters() {
  const listed = params.device !== undefined || params.csv !== undefined;
  if (!listed && !params.group) {
    throw misused('which devices? give --device DEVICE, --csv FILE or --group GROUP');
  }
  if (listed && params.group) {
    throw misused('--group excludes --device and --csv');
  }
  if (params.limit !== undefined && !params.group) {
    throw misused('--limit goes with --group');
  }
  if (params.group && !IN_PRODUCTION.includes(params.group.kind)) {
    throw misused(`${params.group.name} is a ${params.group.kind} group, not in production`);
  }
  checkCount('limit', params.limit);
}

/** A device that was never in production does not belong on the list. */
function listedDevices() {
  const found = namedDevices(params);
  const others = found.filter(({group, groupKind}) => group !== null && !IN_PRODUCTION.includes(groupKind));
  if (others.length > 0) {
    throw misused(`not in production: ${others.map(({name, id, group}) => `${name ?? id} (${group.name})`).join(', ')}`,
      'devices.of([…]).unassign() takes them out of their groups');
  }
  return devices.of(found);
}

function devicesOfGroup() {
  const all = devices.where({group: params.group});
  return params.limit === undefined ? all : all.limit(params.limit);
}

checkParameters();
const chosen = params.group ? devicesOfGroup() : listedDevices();
const unbondKey = params.unbondKey ?? (profile.dryRun ? 'not needed' : 'ask');
chosen.unassign({unbondKey}).apply();
