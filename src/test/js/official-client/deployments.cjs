'use strict';

const assert = require('node:assert/strict');
const { TIME, resource, refused, ids } = require('./checks.cjs');

const DEVICE = 'server.log("grüße\t\u{1F525}");\r\n  \n';
const AGENT = "device.on(\"x\", function(y) { server.log('a' + y); });";

async function world(api, { DeviceGroups }) {
    const product = (await api.products.create({ name: 'Driven builds' })).data.id;
    const group = (await api.deviceGroups.create(product, DeviceGroups.TYPE_DEVELOPMENT, { name: 'dev' })).data;
    const deploy = async attributes =>
        (await api.deployments.create(group.id, group.type, { device_code: DEVICE, agent_code: AGENT, ...attributes })).data;
    return { product, group, deploy };
}

async function tidy(api, { product, group }) {
    const filter = { 'filter[product.id]': product };
    for (const build of (await api.deployments.list(filter, 1, 100)).data) {
        await api.deployments.update(build.id, { flagged: false });
    }
    await api.deviceGroups.delete(group.id);
    for (const zombie of ids(await api.deployments.list(filter, 1, 100))) {
        await api.deployments.delete(zombie);
    }
    await api.products.delete(product);
}

module.exports = {
    'create and read back, byte for byte': async ({ api, constants }) => {
        const place = await world(api, constants);
        const plain = resource(await place.deploy({}), 'deployment');
        assert.equal(plain.attributes.device_code, DEVICE);
        assert.equal(plain.attributes.agent_code, AGENT);
        assert.match(plain.attributes.sha, /^[0-9a-f]{64}$/);
        assert.deepEqual(plain.attributes.tags, []);
        assert.equal(plain.attributes.flagged, false);
        assert.match(plain.attributes.created_at, TIME);
        assert.deepEqual(plain.relationships.devicegroup, { type: place.group.type, id: place.group.id });
        assert.equal(plain.relationships.product.id, place.product);
        assert.deepEqual((await api.deployments.get(plain.id)).data, plain);
        const full = await place.deploy({ description: 'first', origin: 'git:1', tags: ['RC1', 'v1.0'], flagged: true });
        assert.equal(full.attributes.sha, plain.attributes.sha);
        assert.deepEqual(full.attributes.tags, ['RC1', 'v1.0']);
        assert.equal(full.attributes.origin, 'git:1');
        assert.ok(full.attributes.created_at > plain.attributes.created_at);
        await tidy(api, place);
    },

    'change': async ({ api, constants }) => {
        const place = await world(api, constants);
        const build = await place.deploy({ tags: ['a'] });
        const changed = (await api.deployments.update(build.id, { description: 'x', tags: ['b', 'a'], flagged: true })).data;
        assert.equal(changed.attributes.description, 'x');
        assert.deepEqual(changed.attributes.tags, ['b', 'a']);
        assert.equal(changed.attributes.flagged, true);
        assert.deepEqual((await api.deployments.update(build.id, {})).data, changed);
        assert.deepEqual((await api.deployments.update(build.id, { tags: [] })).data.attributes.tags, []);
        await assert.rejects(api.deployments.update(build.id, { origin: 'y' }), /Invalid key/);
        await refused(api.deployments.update(build.id, { tags: ['no blank'] }), 400);
        await tidy(api, place);
    },

    'list by every filter': async ({ api, constants }) => {
        const { Deployments } = constants;
        const place = await world(api, constants);
        const me = (await api.accounts.get('me')).data.id;
        const first = await place.deploy({ tags: ['a', 'b'], flagged: true });
        const second = await place.deploy({ tags: ['b'], agent_code: '' });
        const found = async filters =>
            ids(await api.deployments.list({ [Deployments.FILTER_DEVICE_GROUP_ID]: place.group.id, ...filters }));
        assert.deepEqual(await found({}), [second.id, first.id]);
        assert.deepEqual(await found({ [Deployments.FILTER_FLAGGED]: true }), [first.id]);
        assert.deepEqual(await found({ [Deployments.FILTER_FLAGGED]: false }), [second.id]);
        assert.deepEqual(await found({ [Deployments.FILTER_FLAGGED]: 'any' }), [second.id, first.id]);
        assert.deepEqual(await found({ [Deployments.FILTER_FLAGGER_ID]: me }), [first.id]);
        assert.deepEqual(await found({ [Deployments.FILTER_SHA]: second.attributes.sha }), [second.id]);
        assert.deepEqual(await found({ [Deployments.FILTER_TAGS]: 'a,b' }), [first.id]);
        assert.deepEqual(await found({ [Deployments.FILTER_TAGS]: ['a', 'b'] }), [first.id]);
        assert.deepEqual(await found({ [Deployments.FILTER_TAGS]: 'b' }), [second.id, first.id]);
        assert.deepEqual(await found({ [Deployments.FILTER_OWNER_ID]: me, [Deployments.FILTER_CREATOR_ID]: me }), [second.id, first.id]);
        assert.deepEqual(ids(await api.deployments.list({ [Deployments.FILTER_PRODUCT_ID]: place.product }, 2, 1)), [first.id]);
        await tidy(api, place);
    },

    'code that does not compile': async ({ api, constants }) => {
        const place = await world(api, constants);
        const error = await refused(
            api.deployments.create(place.group.id, place.group.type, { device_code: 'a <- 1;\nfoo(;\n', agent_code: '' }), 400);
        assert.equal(error.title, 'Compilation Error');
        assert.equal(error.code, 'CX005');
        const [finding] = error.meta;
        assert.deepEqual(Object.keys(finding).sort(), ['column', 'file', 'row', 'text', 'type']);
        assert.equal(finding.type, 'ERROR');
        assert.equal(finding.file, 'device_code');
        assert.equal('current_deployment' in (await api.deviceGroups.get(place.group.id)).data.relationships, false);
        await tidy(api, place);
    },

    'delete: flagged, minimum, zombies': async ({ api, constants }) => {
        const place = await world(api, constants);
        const builds = [await place.deploy({ flagged: true }), await place.deploy({}), await place.deploy({})];
        await refused(
            api.deployments.delete(builds[0].id),
            409,
            'Resource Flagged: You cannot delete flagged deployments; set the flagged attribute to false and try again.');
        await refused(api.deployments.delete(builds[2].id), 409);
        await refused(
            api.deviceGroups.delete(place.group.id),
            409,
            'Flagged Deployments Exist: Cannot delete a devicegroup with flagged deployments; delete those first.');
        await api.deviceGroups.updateMinSupportedDeployment(place.group.id, builds[1].id);
        await api.deployments.update(builds[0].id, { flagged: false });
        assert.equal(await api.deployments.delete(builds[0].id), undefined);
        await refused(api.deployments.delete(builds[0].id), 404);
        await api.deviceGroups.delete(place.group.id);
        const zombie = (await api.deployments.get(builds[2].id)).data;
        assert.equal('devicegroup' in zombie.relationships, false);
        assert.equal(zombie.relationships.product.id, place.product);
        await api.products.delete(place.product);
        assert.equal('product' in (await api.deployments.get(builds[2].id)).data.relationships, false);
        await Promise.all([builds[1], builds[2]].map(build => api.deployments.delete(build.id)));
    },
};
