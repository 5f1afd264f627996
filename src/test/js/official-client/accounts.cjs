'use strict';

const assert = require('node:assert/strict');
const { TIME, UUID, resource, refused, ids } = require('./checks.cjs');

module.exports = {
    'own account first, and those that share something': async ({ api }) => {
        const list = await api.accounts.list();
        assert.deepEqual(list.data.map(account => account.attributes.username), ['demo', 'partner']);
        const own = resource(list.data[0], 'account');
        assert.equal(own.attributes.email, 'demo@example.com');
        assert.match(own.id, UUID);
        assert.deepEqual((await api.accounts.get('me')).data, own);
        assert.deepEqual((await api.accounts.get(own.id)).data, own);
        assert.deepEqual(ids(await api.accounts.list(2, 1)), [list.data[1].id]);
    },

    'neither e-mail nor user name nor foreign ids are ids': async ({ api }) => {
        for (const name of ['demo', 'demo@example.com', '{me}', 'a/b', '%', '?x', '#y', '{me}{Pump}']) {
            await refused(api.accounts.get(name), 404);
        }
    },

    'a login key, from its creation to its end': async ({ api }) => {
        const created = resource((await api.accounts.createLoginKey('sandbox', { description: 'cron' })).data, 'login_key');
        assert.match(created.id, /^[0-9a-z]{16}$/);
        assert.equal(created.attributes.description, 'cron');
        assert.equal(created.attributes.usages, 0);
        assert.match(created.attributes.created_at, TIME);
        assert.ok(ids(await api.accounts.listLoginKeys()).includes(created.id));
        assert.equal((await api.auth.getAccessToken(created.id)).expires_in, 3600);
        assert.equal((await api.accounts.getLoginKey(created.id)).data.attributes.usages, 1);
        const updated = await api.accounts.updateLoginKey(created.id, 'sandbox', { description: 'backup' });
        assert.equal(updated.data.attributes.description, 'backup');
        const same = await api.accounts.updateLoginKey(created.id, 'sandbox', {});
        assert.deepEqual(same.data.attributes, updated.data.attributes);
        await refused(api.accounts.updateLoginKey(created.id, 'wrong', { description: 'x' }), 403);
        await refused(api.accounts.deleteLoginKey(created.id, 'wrong'), 403);
        assert.equal(await api.accounts.deleteLoginKey(created.id, 'sandbox'), undefined);
        await refused(api.accounts.deleteLoginKey(created.id, 'sandbox'), 404);
        await refused(api.accounts.getLoginKey(created.id), 404);
        await refused(api.auth.getAccessToken(created.id), 404);
    },

    'ten login keys and not one more': async ({ api }) => {
        await refused(api.accounts.createLoginKey('wrong'), 403);
        const made = [];
        for (let free = 10 - (await api.accounts.listLoginKeys()).data.length; free > 0; free--) {
            made.push((await api.accounts.createLoginKey('sandbox')).data.id);
        }
        const error = await api.accounts.createLoginKey('sandbox').then(() => assert.fail(), failure => failure);
        assert.equal(error.body.errors[0].title, 'Account Limit Reached');
        assert.deepEqual(ids(await api.accounts.listLoginKeys(1, 4)), ids(await api.accounts.listLoginKeys()).slice(0, 4));
        await Promise.all(made.map(key => api.accounts.deleteLoginKey(key, 'sandbox')));
    },
};
