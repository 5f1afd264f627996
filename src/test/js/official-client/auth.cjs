'use strict';

const assert = require('node:assert/strict');
const { TIME, refused } = require('./checks.cjs');

const TOKEN = /^[0-9a-f]{64}$/;

function granted(body) {
    assert.equal(typeof body.access_token, 'string');
    assert.equal(body.expires_in, 3600);
    assert.match(body.expires_at, TIME);
    const life = Date.parse(body.expires_at) - Date.now();
    assert.ok(life > 3_500_000 && life <= 3_600_000, `expires in ${life} ms`);
    return body;
}

module.exports = {
    'a call without a token does not leave the client': ({ api }) =>
        assert.rejects(api.products.list(), /access_token is not set/),

    'a wrong password is 401, not 403': async ({ api }) => {
        const error = await refused(api.auth.login('demo', 'wrong'), 401);
        assert.equal(error.title, 'Invalid Credentials');
        assert.equal(error.code, 'PX100');
    },

    'a second factor': async ({ api }) => {
        const asked = await refused(api.auth.login('mfa', 'sandbox'), 403);
        assert.equal(asked.code, 'PX200');
        await refused(api.auth.loginWithOTP('123456', 'no-such-token'), 401);
        const login = granted(await api.auth.loginWithOTP('000000', asked.meta.login_token));
        assert.match(login.refresh_token, TOKEN);
        assert.equal((await api.accounts.get('me')).data.attributes.username, 'mfa');
    },

    'by e-mail and by user name': async ({ api }) => {
        granted(await api.auth.login('demo@example.com', 'sandbox'));
        const me = (await api.accounts.get('me')).data.id;
        granted(await api.auth.login('demo', 'sandbox'));
        assert.equal((await api.accounts.get('me')).data.id, me);
    },

    'a refresh token, its list and its end': async ({ api }) => {
        const { refresh_token: token } = await api.auth.login('demo', 'sandbox');
        assert.match(token, TOKEN);
        const renewed = granted(await api.auth.refreshAccessToken(token));
        assert.equal('refresh_token' in renewed, false);
        const listed = await api.auth.getRefreshTokens();
        assert.ok(listed.data.some(entry => entry.id === token));
        assert.ok(listed.data.length <= 5);
        assert.equal(await api.auth.deleteRefreshToken(token), undefined);
        await refused(api.auth.refreshAccessToken(token), 404);
        await refused(api.auth.deleteRefreshToken(token), 404);
        // What it gave goes on.
        assert.equal((await api.accounts.get('me')).data.attributes.username, 'demo');
    },

    'an access token of another login': async ({ api }) => {
        const { access_token: valid } = await api.auth.login('demo', 'sandbox');
        api.auth.accessToken = 'no-such-token';
        await refused(api.products.list(), 401);
        api.auth.accessToken = valid;
        assert.ok((await api.products.list()).data.length > 0);
    },
};
