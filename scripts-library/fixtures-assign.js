/**
 * Assigns BlinkUp fixtures to a factory group.
 *
 * Fixtures that are there already are left alone. If one of them cannot be admitted, such as an imp001, none is assigned.
 *
 * @param {group}    to       factory or pre-factory group
 * @param {device[]} [device] a fixture: its id, MAC address, agent id or name
 * @param {file}     [csv]    more of them: a CSV file with a column "device"
 * @example impsh run fixtures-assign --to "Thermostat fixtures" --device 0c:2a:69:0a:1b:2c --device fixture-2 --dry-run
 * @example impsh run fixtures-assign --to "Thermostat fixtures" --csv fixtures.csv --yes=20
 */

const {misused} = load('lib/usage.js')('fixtures-assign');
const {namedDevices} = load('lib/device-list.js')(misused);
const {to} = params;

function checkParameters() {
  if (!['factory', 'pre-factory'].includes(to.kind)) {
    const lines = groups.where({kind: ['factory', 'pre-factory']}).names();
    throw misused(`${to.name} is a ${to.kind} group, and fixtures belong into a factory group`,
      lines.length === 0 ? 'impsh run production-setup makes one' : `factory groups: ${lines.join(', ')}`);
  }
  if (!params.device && !params.csv) {
    throw misused('which fixtures? give --device DEVICE or --csv FILE');
  }
}

/** One that is refused is a mistake on the list: better none is assigned than a line stands for lack of one. */
function checkAdmitted(plan) {
  const refused = plan.items.filter(({verdict}) => verdict === 'refused');
  if (refused.length > 0) {
    throw misused(refused.map(({name, id, reason}) => `${name ?? id}: ${reason}`).join('; '),
      'nothing is assigned; take them off the list');
  }
}

function tellWhatIsMissing(fixtures) {
  const off = fixtures.filter(({online}) => !online);
  if (off.length > 0) {
    console.warn(`off line, and without the new firmware until they connect: ${off.map(({name, id}) => name ?? id).join(', ')}`);
  }
  if (to.currentDeployment === null) {
    console.warn(`${to.name} has no build yet: impsh run release --build BUILD --to ${JSON.stringify(to.name)}`);
  }
}

checkParameters();
const fixtures = namedDevices(params);
const plan = devices.of(fixtures).assignTo(to);
checkAdmitted(plan);
tellWhatIsMissing(fixtures);
plan.apply();
