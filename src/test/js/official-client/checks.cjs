'use strict';

// What the checks of all resources share.

const assert = require('node:assert/strict');

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether it has the form of a resource, of that type; gives it back. */
function resource(data, type) {
    assert.equal(data.type, type);
    assert.ok(data.links.self.endsWith('/' + data.id), data.links.self);
    assert.equal(typeof data.attributes, 'object');
    assert.equal(typeof data.relationships, 'object');
    for (const [name, pointer] of Object.entries(data.relationships)) {
        assert.deepEqual(Object.keys(pointer).sort(), ['id', 'type'], name);
    }
    return data;
}

/** Waits for a call to be refused with that status and text; gives the error's first element. */
async function refused(promise, statusCode, message) {
    const error = await promise.then(
        body => assert.fail('accepted with ' + JSON.stringify(body)),
        failure => failure);
    assert.equal(error.statusCode, statusCode, error.stack);
    if (message) {
        assert.equal(error.message, message);
    }
    const first = error.body.errors[0];
    assert.equal(typeof first.status, 'string');
    assert.match(first.code, /^[A-Z]{2}\d+$/);
    return first;
}

/** Waits, a minute at most, until the check gives something. */
async function eventually(check, what) {
    const deadline = Date.now() + 60_000;
    for (;;) {
        const found = await check();
        if (found) {
            return found;
        }
        assert.ok(Date.now() < deadline, 'never came: ' + what);
        await new Promise(resolve => setTimeout(resolve, 20));
    }
}

function ids(list) {
    return list.data.map(entry => entry.id);
}

function names(list) {
    return list.data.map(entry => entry.attributes.name);
}

module.exports = { UUID, TIME, resource, refused, eventually, ids, names };
