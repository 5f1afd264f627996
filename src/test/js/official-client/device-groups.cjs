'use strict';

const assert = require('node:assert/strict');
const { resource, refused, names, ids } = require('./checks.cjs');

const DUPLICATE = 'Duplicate Resource: Devicegroups must have unique names.';

async function product(api) {
    return (await api.products.create({ name: 'Driven groups' })).data.id;
}

module.exports = {
    'list, by page, product, owner and type': async ({ api, constants: { DeviceGroups } }) => {
        const tracker = (await api.products.list()).data[1].id;
        const inTracker = await api.deviceGroups.list({ [DeviceGroups.FILTER_PRODUCT_ID]: tracker });
        assert.deepEqual(names(inTracker).sort(), ['Tracker dev', 'Tracker pre-DUT', 'Tracker pre-factory', 'Tracker pre-production']);
        const production = await api.deviceGroups.list({ [DeviceGroups.FILTER_TYPE]: DeviceGroups.TYPE_PRODUCTION });
        assert.deepEqual(names(production).sort(), ['Thermostat field', 'Thermostat field B']);
        const me = (await api.accounts.get('me')).data.id;
        const mine = await api.deviceGroups.list({ [DeviceGroups.FILTER_OWNER_ID]: me }, 1, 100);
        assert.equal(mine.data.every(group => group.relationships.owner.id === me), true);
        assert.equal((await api.deviceGroups.list(null, 1, 3)).data.length, 3);
    },

    'all seven types': async ({ api, constants: { DeviceGroups } }) => {
        const home = await product(api);
        const create = (type, attributes, ...targets) => api.deviceGroups.create(home, type, attributes, ...targets);
        const dev = resource((await create(DeviceGroups.TYPE_DEVELOPMENT, { name: 'dev', env_vars: { A: 1, b2: 'two' } })).data, 'development_devicegroup');
        assert.deepEqual(dev.attributes.env_vars, { A: 1, b2: 'two' });
        assert.equal(dev.attributes.region, null);
        assert.equal(dev.relationships.product.id, home);
        assert.equal('current_deployment' in dev.relationships, false);
        const made = [dev];
        for (const pre of ['PRE_', '']) {
            const production = (await create(DeviceGroups[`TYPE_${pre}PRODUCTION`], { name: `${pre}production`, region: 'eu' })).data;
            assert.equal(production.attributes.region, 'eu');
            assert.equal(production.attributes.load_code_after_blessing, true);
            const dut = (await create(DeviceGroups[`TYPE_${pre}DUT`], { name: `${pre}dut` })).data;
            const pointer = ({ type, id }) => ({ type, id });
            const fixture = resource(
                (await create(DeviceGroups[`TYPE_${pre}FACTORY_FIXTURE`], { name: `${pre}fixture` }, pointer(production), pointer(dut))).data,
                DeviceGroups[`TYPE_${pre}FACTORY_FIXTURE`]);
            assert.deepEqual(fixture.relationships.production_target, pointer(production));
            assert.deepEqual(fixture.relationships.dut_target, pointer(dut));
            await refused(api.deviceGroups.delete(production.id), 409);
            const other = (await create(DeviceGroups[`TYPE_${pre}DUT`], { name: `${pre}other dut` })).data;
            const moved = (await api.deviceGroups.update(fixture.id, fixture.type, {}, null, pointer(other))).data;
            assert.deepEqual(moved.relationships.dut_target, pointer(other));
            assert.deepEqual(moved.relationships.production_target, pointer(production));
            const late = await api.deviceGroups.update(production.id, production.type, { load_code_after_blessing: false });
            assert.equal(late.data.attributes.load_code_after_blessing, false);
            made.push(fixture, production, dut, other);
        }
        await refused(create(DeviceGroups.TYPE_DEVELOPMENT, { name: 'dev' }), 409, DUPLICATE);
        await refused(create(DeviceGroups.TYPE_DEVELOPMENT, { name: 'x', env_vars: { '1a': 1 } }), 400);
        for (const group of made) {
            assert.equal(await api.deviceGroups.delete(group.id), undefined);
            await refused(api.deviceGroups.get(group.id), 404);
        }
        await api.products.delete(home);
    },

    'change': async ({ api, constants: { DeviceGroups } }) => {
        const home = await product(api);
        const group = (await api.deviceGroups.create(home, DeviceGroups.TYPE_DEVELOPMENT, { name: 'dev', description: 'd' })).data;
        const changed = (await api.deviceGroups.update(group.id, group.type, { name: 'dev 2', description: '', env_vars: { z: 'last', a: 1.5 } })).data;
        assert.equal(changed.attributes.name, 'dev 2');
        assert.equal(changed.attributes.description, '');
        assert.deepEqual(Object.entries(changed.attributes.env_vars), [['z', 'last'], ['a', 1.5]]);
        assert.deepEqual((await api.deviceGroups.update(group.id, group.type, {})).data, changed);
        assert.deepEqual((await api.deviceGroups.get(group.id)).data, changed);
        await api.deviceGroups.delete(group.id);
        await api.products.delete(home);
    },

    'devices in and out, and restarts': async ({ api, constants: { DeviceGroups, Devices } }) => {
        const home = await product(api);
        const group = (await api.deviceGroups.create(home, DeviceGroups.TYPE_DEVELOPMENT, { name: 'dev' })).data;
        const free = (await api.devices.list({ [Devices.FILTER_DEVICE_GROUP_OWNER_ID]: 'null' }, 1, 3)).data;
        assert.equal(free.length, 3);
        const inside = async () => ids(await api.devices.list({ [Devices.FILTER_DEVICE_GROUP_ID]: group.id }));
        assert.equal(await api.deviceGroups.restartDevices(group.id), undefined);
        assert.equal(await api.deviceGroups.addDevices(group.id, free[0].id, free[1].attributes.mac_address), undefined);
        assert.deepEqual((await inside()).sort(), [free[0].id, free[1].id].sort());
        const partly = await refused(api.deviceGroups.addDevices(group.id, 'nobody', free[2].id), 400);
        assert.equal(partly.status, '404');
        assert.equal((await inside()).length, 3);
        assert.equal(await api.deviceGroups.restartDevices(group.id), undefined);
        assert.equal(await api.deviceGroups.conditionalRestartDevices(group.id), undefined);
        await refused(api.deviceGroups.delete(group.id), 409);
        assert.equal(await api.deviceGroups.removeDevices(group.id, null, ...free.map(device => device.id)), undefined);
        assert.deepEqual(await inside(), []);
        const again = await refused(api.deviceGroups.removeDevices(group.id, null, free[0].id), 400);
        assert.equal(again.status, '404');
        await refused(api.deviceGroups.addDevices('nowhere', free[0].id), 404);
        await api.deviceGroups.delete(group.id);
        await api.products.delete(home);
    },

    'out of production only with the unbond key': async ({ api, constants: { DeviceGroups, Devices } }) => {
        const field = (await api.deviceGroups.list({ [DeviceGroups.FILTER_TYPE]: DeviceGroups.TYPE_PRODUCTION })).data[0];
        const [device] = (await api.devices.list({ [Devices.FILTER_DEVICE_GROUP_ID]: field.id }, 1, 1)).data;
        await refused(api.deviceGroups.removeDevices(field.id, null, device.id), 403);
        await refused(api.deviceGroups.removeDevices(field.id, 'wrong', device.id), 403);
        assert.equal(await api.deviceGroups.removeDevices(field.id, 'sandbox-unbond-key', device.id), undefined);
        assert.equal('devicegroup' in (await api.devices.get(device.id)).data.relationships, false);
    },

    'the minimum supported deployment': async ({ api, constants: { DeviceGroups } }) => {
        const home = await product(api);
        const group = (await api.deviceGroups.create(home, DeviceGroups.TYPE_DEVELOPMENT, { name: 'dev' })).data;
        const deploy = () => api.deployments.create(group.id, group.type, { device_code: '', agent_code: '' });
        const builds = [(await deploy()).data.id, (await deploy()).data.id, (await deploy()).data.id];
        const pointers = async () => (await api.deviceGroups.get(group.id)).data.relationships;
        assert.equal((await pointers()).min_supported_deployment.id, builds[0]);
        assert.equal((await pointers()).current_deployment.id, builds[2]);
        assert.equal(await api.deviceGroups.updateMinSupportedDeployment(group.id, builds[1]), undefined);
        assert.equal((await pointers()).min_supported_deployment.id, builds[1]);
        assert.equal(await api.deviceGroups.updateMinSupportedDeployment(group.id, builds[1]), undefined);
        const older = await api.deviceGroups.updateMinSupportedDeployment(group.id, builds[0]).catch(error => error);
        assert.ok([400, 409].includes(older.statusCode), String(older.statusCode));
        await api.deviceGroups.delete(group.id);
        await api.products.delete(home);
        for (const build of builds) {
            await api.deployments.delete(build);
        }
    },
};
