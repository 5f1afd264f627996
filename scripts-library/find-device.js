/**
 * Tells everything about one device.
 *
 * Finds it by its id, its MAC address in any spelling, its agent's id or URL, or its name. When several are called so,
 * or with --like, it lists them all. Changes nothing.
 *
 * @param {string}  device       id, MAC address, agent id, agent URL or name
 * @param {boolean} [like=false] all devices with this text in their name, in whatever case
 * @param {number}  [history=5]  so many of the last entries of its history; 0 for none
 * @param {number}  [logs=5]     so many of its last log lines; 0 for none
 * @example impsh run find-device --device 0C-2A-69-94-8A-E8
 * @example impsh run find-device --device thermo-00 --like -o csv
 */

const {misused} = load('lib/usage.js')('find-device');

/** Another spelling of a MAC address, or an agent's URL, as the service writes it. */
function identifier(text) {
  const agent = /^https?:\/\/[^/]+\/([\w-]+)/.exec(text);
  if (agent) {
    return agent[1];
  }
  const digits = text.replaceAll(/[:.\s-]/g, '').toLowerCase();
  return /^[0-9a-f]{12}$/.test(digits) ? digits.match(/../g).join(':') : text;
}

function found(text) {
  const wanted = text.trim();
  if (wanted === '') {
    throw misused('--device: which device? it is empty');
  }
  if (params.like) {
    const part = wanted.toLowerCase();
    return devices.where({name: (name) => (name ?? '').toLowerCase().includes(part)}).toArray();
  }
  try {
    // A name may look like the address of another device.
    return [devices.find(wanted) ?? devices.get(identifier(wanted))];
  } catch (error) {
    if (error.code === 'AMBIGUOUS') {
      return devices.where({name: wanted}).toArray();
    }
    throw error.code === 'NOT_FOUND' ? misused(`--device: no device is known as '${wanted}'`, error.hint) : error;
  }
}

function short(device) {
  return {
    id: device.id,
    name: device.name,
    macAddress: device.macAddress,
    product: device.product?.name ?? null,
    group: device.group?.name ?? null,
    online: device.online,
  };
}

function build(deployment) {
  return deployment && {
    sha: deployment.sha.slice(0, 8),
    description: deployment.description,
    tags: deployment.tags,
    createdAt: deployment.createdAt,
  };
}

function place(device) {
  const group = device.group;
  return {
    product: device.product?.name ?? null,
    group: group?.name ?? null,
    // The service does not tell what a device runs now; it is no older than the minimum after any restart.
    runsFromNextRestart: build(group?.currentDeployment ?? null),
    minimum: build(group?.minSupportedDeployment ?? null),
    webhooks: group ? group.webhooks.toArray().map(({event, url}) => ({event, url})) : [],
  };
}

function happened(device) {
  return device.history({limit: params.history}).map((entry) => ({
    time: entry.time,
    event: entry.event,
    group: entry.group?.name ?? null,
    actor: entry.actor?.username ?? null,
  }));
}

/** Devices in production have no logs, and a notice on standard error says so. */
function said(device) {
  return device.logs({limit: params.logs}).map(({time, type, message}) => ({time, type, message}));
}

function everything(device) {
  const {type, ...facts} = device.toJSON();
  return {
    ...facts,
    owner: device.owner.username,
    ...place(device),
    history: params.history > 0 ? happened(device) : [],
    logs: params.logs > 0 ? said(device) : [],
  };
}

function checkLines(option, value) {
  if (!(value >= 0 && Number.isInteger(value))) {
    throw misused(`--${option} has to be a whole number from 0`);
  }
}

checkLines('history', params.history);
checkLines('logs', params.logs);
const matches = found(params.device);
if (matches.length === 0) {
  throw misused(`--device: no device has '${params.device}' in its name`);
}
if (matches.length > 1) {
  console.warn(`${matches.length} devices; for one of them give its id`);
}
matches.length === 1 ? everything(matches[0]) : matches.map(short);
