'use strict';

const assert = require('node:assert/strict');
const { TIME, resource, refused, names, ids } = require('./checks.cjs');

async function line1(api) {
    return (await api.deviceGroups.list(null, 1, 100)).data.find(group => group.attributes.name === 'Line 1');
}

module.exports = {
    'list, by page and by every filter': async ({ api, constants: { Devices, DeviceGroups } }) => {
        const group = await line1(api);
        const inLine = await api.devices.list({ [Devices.FILTER_DEVICE_GROUP_ID]: group.id }, 1, 100);
        assert.equal(inLine.data.length, 75);
        for (const device of inLine.data) {
            assert.deepEqual(device.relationships.devicegroup, { type: group.type, id: group.id });
        }
        const seen = [];
        for (let page = 1; ; page++) {
            const list = await api.devices.list(null, page, 100);
            seen.push(...ids(list));
            if (!('next' in list.links)) {
                break;
            }
        }
        assert.equal(seen.length, 250);
        assert.equal(new Set(seen).size, 250);
        const me = (await api.accounts.get('me')).data.id;
        assert.equal((await api.devices.list({ [Devices.FILTER_OWNER_ID]: me }, 3, 100)).data.length, 50);
        const product = group.relationships.product.id;
        const development = await api.devices.list(
            { [Devices.FILTER_PRODUCT_ID]: product, [Devices.FILTER_DEVICE_GROUP_TYPE]: DeviceGroups.TYPE_DEVELOPMENT }, 2, 100);
        assert.equal(development.data.length, 25);
        const free = await api.devices.list({ [Devices.FILTER_DEVICE_GROUP_OWNER_ID]: 'null' }, 1, 100);
        assert.equal(free.data.every(device => !('devicegroup' in device.relationships)), true);
        assert.equal((await api.devices.list()).data.length, 20);
    },

    'read, by each of its names': async ({ api, constants: { Devices } }) => {
        const group = await line1(api);
        const device = resource((await api.devices.list({ [Devices.FILTER_DEVICE_GROUP_ID]: group.id })).data[0], 'device');
        assert.match(device.id, /^[0-9a-f]{16}$/);
        assert.match(device.attributes.device_state_changed_at, TIME);
        assert.equal(device.attributes.agent_url.endsWith('/' + device.attributes.agent_id), true);
        for (const name of [device.id, device.attributes.mac_address, device.attributes.agent_id]) {
            assert.deepEqual((await api.devices.get(name)).data, device);
        }
        for (const name of ['thermo-0001', device.id + '0', group.id, '{x}', 'a b', '5%', 'ü']) {
            await refused(api.devices.get(name), 404);
        }
    },

    'rename': async ({ api }) => {
        const device = (await api.devices.list()).data[0];
        const rename = async (key, name) => (await api.devices.update(key, { name })).data;
        assert.equal((await rename(device.id, 'Küche')).attributes.name, 'Küche');
        const byMac = await rename(device.attributes.mac_address, '');
        assert.equal(byMac.id, device.id);
        assert.equal(byMac.attributes.name, '');
        assert.equal((await rename(device.id, null)).attributes.name, null);
        assert.equal((await api.devices.get(device.id)).data.attributes.name, null);
        await rename(device.id, device.attributes.name);
        await assert.rejects(api.devices.update(device.id, { rssi: 1 }), /Invalid key/);
    },

    'restart, and the logs that follow': async ({ api, constants: { Devices } }) => {
        const group = await line1(api);
        const listed = (await api.devices.list({ [Devices.FILTER_DEVICE_GROUP_ID]: group.id })).data;
        const device = listed.find(each => each.attributes.device_online);
        assert.equal(await api.devices.restart(device.id), undefined);
        assert.equal(await api.devices.conditionalRestart(device.attributes.mac_address), undefined);
        const logs = await api.devices.getLogs(device.id);
        assert.ok(logs.data.length > 0 && logs.data.length <= 20);
        for (const entry of logs.data) {
            assert.match(entry.ts, TIME);
            assert.equal(typeof entry.msg, 'string');
            assert.equal(typeof entry.type, 'string');
            assert.equal(entry.log_type, 'development');
        }
        const times = logs.data.map(entry => entry.ts);
        assert.deepEqual(times, [...times].sort().reverse());
        const [newest] = (await api.devices.getLogs(device.id, 1, 1)).data;
        assert.deepEqual(newest, logs.data[0]);
        assert.deepEqual((await api.devices.getLogs(device.id, 2, 1)).data, logs.data.slice(1, 2));
        await refused(api.devices.getLogs('nobody'), 404);
        await refused(api.devices.restart('nobody'), 404);
    },

    'remove': async ({ api, constants: { Devices } }) => {
        const group = await line1(api);
        const [assigned] = (await api.devices.list({ [Devices.FILTER_DEVICE_GROUP_ID]: group.id })).data;
        await refused(api.devices.delete(assigned.id), 409);
        const [free] = (await api.devices.list({ [Devices.FILTER_DEVICE_GROUP_OWNER_ID]: 'null' })).data;
        const restart = await api.devices.restart(free.id).catch(error => error);
        assert.ok([400, 409].includes(restart.statusCode), String(restart.statusCode));
        assert.equal(await api.devices.delete(free.id), undefined);
        await refused(api.devices.delete(free.id), 404);
        await refused(api.devices.get(free.attributes.mac_address), 404);
        assert.equal(names(await api.devices.list(null, 3, 100)).length, 49);
    },
};
