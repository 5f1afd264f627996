'use strict';

const assert = require('node:assert/strict');
const { TIME, refused, eventually } = require('./checks.cjs');

async function onlineDevice(api) {
    const group = (await api.deviceGroups.list(null, 1, 100)).data.find(each => each.attributes.name === 'Line 2');
    const devices = (await api.devices.list({ 'filter[devicegroup.id]': group.id }, 1, 100)).data;
    return devices.find(device => device.attributes.device_online);
}

/** A stream with the device on it that has been restarted: what it said and what became of it. */
async function restartedOn(api, format) {
    const device = await onlineDevice(api);
    const messages = [];
    const states = [];
    const errors = [];
    const created = await api.logStreams.create(
        message => messages.push(message), state => states.push(state), error => errors.push(error), format);
    const id = created.data.id;
    assert.ok(created.data.attributes.url.endsWith('/logstream/' + id));
    await eventually(() => states.length === 1, 'opened');
    assert.equal(await api.logStreams.addDevice(id, device.attributes.mac_address), undefined);
    await eventually(() => states.length === 2, 'subscribed');
    await api.devices.restart(device.id);
    await eventually(() => messages.some(message => message.includes('program storage used')), 'the start of the program');
    return { device, id, messages, states, errors };
}

module.exports = {
    'in JSON': async ({ api, constants: { LogStreams } }) => {
        const { device, id, messages, states, errors } = await restartedOn(api, LogStreams.FORMAT_JSON);
        assert.deepEqual(JSON.parse(states[0]), { state: 'opened' });
        assert.deepEqual(JSON.parse(states[1]), { state: 'subscribed', device_id: device.id });
        for (const entry of messages.map(message => JSON.parse(message))) {
            assert.equal(entry.device_id, device.id);
            assert.match(entry.ts, TIME);
            assert.equal(typeof entry.msg, 'string');
        }
        assert.match(JSON.parse(messages[0]).msg, /^Agent restarted: reload/);
        assert.equal(await api.logStreams.removeDevice(id, device.id), undefined);
        await eventually(() => states.length === 3, 'unsubscribed');
        assert.deepEqual(JSON.parse(states[2]), { state: 'unsubscribed', device_id: device.id });
        await api.logStreams.close(id);
        await assert.rejects(api.logStreams.close(id), /Incorrect LogStream id/);
        assert.deepEqual(errors, []);
    },

    'as text': async ({ api, constants: { LogStreams } }) => {
        const { device, id, messages, states } = await restartedOn(api, LogStreams.FORMAT_TEXT);
        assert.deepEqual(states, ['opened', `${device.id} subscribed`]);
        const [first, ts, logType, type, ...text] = messages[0].split(' ');
        assert.equal(first, device.id);
        assert.match(ts, TIME);
        assert.equal(logType, 'development');
        assert.equal(type, 'status');
        assert.match(text.join(' '), /^Agent restarted: reload/);
        await api.logStreams.close(id);
    },

    'what is not there': async ({ api, constants: { LogStreams } }) => {
        const device = await onlineDevice(api);
        await refused(api.logStreams.addDevice('nowhere', device.id), 404);
        await refused(api.logStreams.removeDevice('nowhere', device.id), 404);
        const created = await api.logStreams.create(() => {}, null, null, LogStreams.FORMAT_JSON);
        await refused(api.logStreams.addDevice(created.data.id, 'nobody'), 404);
        await api.logStreams.close(created.data.id);
    },
};
