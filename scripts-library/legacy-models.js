/**
 * Shows an account as the old Build API did.
 *
 * Gives what GET /models, /devices and /models/ID/revisions of the old API gave, with the keys of then: a model is a
 * device group, a revision is a build. It reads only. For those who port: see docs/porting.md.
 *
 * @param {models|devices|revisions} [show=models]   what to show; revisions need --model
 * @param {group}                    [model]         only this device group, its devices, its builds
 * @param {boolean}                  [all=false]     groups of all kinds; the old API knew development alone
 * @param {boolean}                  [code=false]    with the codes of the revisions
 * @param {boolean}                  [envelope=false] one object with "success", as the old API wrapped it
 * @example impsh run legacy-models -o json
 * @example impsh run legacy-models --show revisions --model "Line 1" --code -o json
 */

const {misused} = load('lib/usage.js')('legacy-models');

const ALIVE = {true: 'online', false: 'offline'};

function checkParameters() {
  if (params.show === 'revisions' && !params.model) {
    throw misused('revisions of which model? give --model GROUP');
  }
  if (params.code && params.show !== 'revisions') {
    throw misused('--code is for --show revisions');
  }
}

function modelGroups() {
  if (params.model) {
    return [params.model];
  }
  return (params.all ? groups : groups.where({kind: 'development'})).toArray();
}

function modelDevices() {
  if (params.model) {
    return devices.where({group: params.model});
  }
  return params.all ? devices.where({group: (group) => group !== null}) : devices.where({groupKind: 'development'});
}

function models() {
  const wanted = modelGroups();
  const ids = new Map(wanted.map((group) => [group.id, []]));
  modelDevices().forEach((device) => ids.get(device.group.id)?.push(device.id));
  return wanted.map(({id, name}) => ({id, name, devices: ids.get(id)}));
}

/** Those without a model were there, too. */
function oldDevices() {
  const found = [...modelDevices(), ...(params.model ? [] : devices.where({group: null}))];
  return found.map((device) => ({
    id: device.id,
    name: device.name,
    model_id: device.group?.id ?? null,
    powerstate: ALIVE[device.online],
    rssi: device.rssi,
    agent_id: device.agentId,
    agent_status: ALIVE[device.agentRunning],
  }));
}

/** Numbered from the oldest on, as revisions were. */
function revisions() {
  const builds = params.model.deployments.toArray().sort((one, other) => one.createdAt - other.createdAt);
  return builds.map((build, index) => ({
    version: index + 1,
    created_at: build.createdAt.toISOString(),
    release_notes: build.description ?? '',
    ...(params.code ? {device_code: build.deviceCode, agent_code: build.agentCode} : {}),
  }));
}

checkParameters();
const shown = {models, devices: oldDevices, revisions}[params.show]();
params.envelope ? {success: true, [params.show]: shown} : shown;
