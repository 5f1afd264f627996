'use strict';

// Drives every method of the official client (imp-central-api) against the sandbox at SANDBOX_ENDPOINT and checks what
// comes back. The parts run one after the other on one client, as the client keeps one access token for all.

const assert = require('node:assert/strict');
const test = require('node:test');
const { drivenClient } = require('./driven.cjs');

const PARTS = ['auth', 'accounts', 'products', 'device-groups', 'devices', 'deployments', 'webhooks', 'log-streams'];

test('every method of the official client', async every => {
    const client = drivenClient(process.env.SANDBOX_ENDPOINT);
    assert.equal(client.api.apiEndpoint, process.env.SANDBOX_ENDPOINT);
    for (const part of PARTS) {
        const checks = require(`./${part}.cjs`);
        for (const [name, check] of Object.entries(checks)) {
            await every.test(`${part}: ${name}`, () => check(client));
        }
    }
    await every.test('nothing of the client was left out', () => {
        assert.deepEqual([...client.called].sort(), [...client.all].sort());
    });
});
