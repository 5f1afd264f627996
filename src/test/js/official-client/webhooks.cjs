'use strict';

const assert = require('node:assert/strict');
const http = require('node:http');
const { resource, refused, ids } = require('./checks.cjs');

/** A receiver on loopback; gives its address and the promise of its first call. */
async function receiver() {
    let arrived;
    const call = new Promise(resolve => {
        arrived = resolve;
    });
    const server = http.createServer((request, response) => {
        const parts = [];
        request.on('data', part => parts.push(part));
        request.on('end', () => {
            response.end();
            arrived({ method: request.method, type: request.headers['content-type'], body: Buffer.concat(parts).toString() });
        });
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    return { url: `http://127.0.0.1:${server.address().port}/hook`, call, close: () => server.close() };
}

async function world(api, { DeviceGroups }) {
    const product = (await api.products.create({ name: 'Driven hooks' })).data.id;
    const group = (await api.deviceGroups.create(product, DeviceGroups.TYPE_DEVELOPMENT, { name: 'dev' })).data;
    return { product, group };
}

module.exports = {
    'create, read, list, change, delete': async ({ api, constants }) => {
        const { Webhooks } = constants;
        const { product, group } = await world(api, constants);
        const attributes = { url: 'http://127.0.0.1:9/x', event: Webhooks.EVENT_BLESSING, content_type: Webhooks.CONTENT_TYPE_JSON };
        const created = resource((await api.webhooks.create(group.id, group.type, attributes)).data, 'webhook');
        assert.equal(created.attributes.url, attributes.url);
        assert.equal(created.attributes.event, 'blessing');
        assert.equal(created.attributes.content_type, 'application/json');
        assert.deepEqual(created.relationships.devicegroup, { type: group.type, id: group.id });
        assert.deepEqual((await api.webhooks.get(created.id)).data, created);
        const twin = (await api.webhooks.create(group.id, group.type, attributes)).data;
        const list = await api.webhooks.list({ [Webhooks.FILTER_DEVICE_GROUP_ID]: group.id });
        assert.deepEqual(ids(list), [created.id, twin.id]);
        assert.ok((await api.webhooks.list(null, 1, 100)).data.length > 2);
        const changed = (await api.webhooks.update(created.id, {
            url: 'https://example.com/y',
            content_type: Webhooks.CONTENT_TYPE_WWW_FORM,
        })).data;
        assert.equal(changed.attributes.url, 'https://example.com/y');
        assert.equal(changed.attributes.content_type, 'application/x-www-form-urlencoded');
        assert.deepEqual((await api.webhooks.update(created.id, {})).data, changed);
        const invalid = 'Invalid URL: The provided URL is invalid.';
        await refused(api.webhooks.update(created.id, { url: 'word' }), 400, invalid);
        await refused(api.webhooks.create(group.id, group.type, { ...attributes, url: 'word' }), 400, invalid);
        assert.equal(await api.webhooks.delete(created.id), undefined);
        await refused(api.webhooks.get(created.id), 404);
        await api.deviceGroups.delete(group.id);
        await refused(api.webhooks.get(twin.id), 404);
        await api.products.delete(product);
    },

    'a deployment fires once, as JSON and as a form': async ({ api, constants }) => {
        const { Webhooks } = constants;
        for (const type of [Webhooks.CONTENT_TYPE_JSON, Webhooks.CONTENT_TYPE_WWW_FORM]) {
            const { product, group } = await world(api, constants);
            const hook = await receiver();
            await api.webhooks.create(group.id, group.type, { url: hook.url, event: Webhooks.EVENT_DEPLOYMENT, content_type: type });
            const build = (await api.deployments.create(group.id, group.type, { device_code: '', agent_code: '' })).data;
            const call = await hook.call;
            hook.close();
            assert.equal(call.method, 'POST');
            assert.ok(call.type.startsWith(type), call.type);
            const keys = type === Webhooks.CONTENT_TYPE_JSON
                ? JSON.parse(call.body)
                : Object.fromEntries(new URLSearchParams(call.body));
            assert.equal(keys.deployment_id, build.id);
            assert.equal(keys.sha, build.attributes.sha);
            await api.deviceGroups.delete(group.id);
            await api.products.delete(product);
            await api.deployments.delete(build.id);
        }
    },
};
