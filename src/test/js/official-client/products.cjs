'use strict';

const assert = require('node:assert/strict');
const { resource, refused, names, ids } = require('./checks.cjs');

const DUPLICATE = 'Duplicate Resource: Products must have unique names.';

module.exports = {
    'list, by page and by owner': async ({ api, constants }) => {
        const all = await api.products.list();
        assert.deepEqual(names(all), ['Thermostat', 'Tracker', 'Pump']);
        assert.equal(all.links.first, all.links.self);
        assert.equal('next' in all.links, false);
        const first = await api.products.list(null, 1, 2);
        assert.deepEqual(names(first), ['Thermostat', 'Tracker']);
        assert.match(first.links.next, /page%5Bnumber%5D=2&page%5Bsize%5D=2/);
        assert.deepEqual(names(await api.products.list(null, 2, 2)), ['Pump']);
        assert.deepEqual(names(await api.products.list(null, 9, 2)), []);
        const partner = (await api.accounts.list()).data[1].id;
        assert.deepEqual(names(await api.products.list({ [constants.Products.FILTER_OWNER_ID]: partner })), ['Pump']);
    },

    'create, read, change, delete': async ({ api }) => {
        const me = (await api.accounts.get('me')).data.id;
        const created = resource((await api.products.create({ name: 'Välve "🔥"', description: '' })).data, 'product');
        assert.equal(created.attributes.name, 'Välve "🔥"');
        assert.equal(created.attributes.description, '');
        assert.equal(created.attributes.updated_at, created.attributes.created_at);
        assert.deepEqual(created.relationships.owner, { type: 'account', id: me });
        assert.deepEqual((await api.products.get(created.id)).data, created);
        await refused(api.products.create({ name: 'Välve "🔥"' }), 409, DUPLICATE);
        const renamed = (await api.products.update(created.id, { name: 'Valve', description: 'water' })).data;
        assert.equal(renamed.attributes.name, 'Valve');
        assert.equal(renamed.attributes.description, 'water');
        assert.deepEqual((await api.products.update(created.id, {})).data, renamed);
        assert.deepEqual((await api.products.update(created.id, null)).data, renamed);
        await refused(api.products.update(created.id, { name: 'Tracker' }), 409, DUPLICATE);
        assert.equal(await api.products.delete(created.id), undefined);
        await refused(api.products.get(created.id), 404);
        await refused(api.products.delete(created.id), 404);
        const owned = await api.products.create({ name: 'Valve' }, me);
        await api.products.delete(owned.data.id);
    },

    'refusals': async ({ api }) => {
        await refused(api.products.create({ name: 'x'.repeat(81) }), 400);
        await refused(api.products.create({ name: '' }), 400);
        const thermostat = (await api.products.list()).data[0].id;
        await refused(
            api.products.delete(thermostat),
            409,
            'Dependent Devicegroups Exist: Cannot delete a product with associated devicegroups.');
        assert.ok(ids(await api.products.list()).includes(thermostat));
        for (const name of ['Thermostat', '{demo}{Thermostat}', 'My product', 'a/b', '50%', '%zz', '[1]', '|^"<>\\', '`']) {
            await refused(api.products.get(name), 404);
        }
    },
};
