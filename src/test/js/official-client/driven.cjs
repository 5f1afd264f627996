'use strict';

// The official client, with a record of which of its methods were called.

const ImpCentralApi = require('imp-central-api');

const PARTS = ['auth', 'accounts', 'products', 'deviceGroups', 'devices', 'deployments', 'logStreams', 'webhooks'];

function publicMethods(part) {
    return Object.getOwnPropertyNames(Object.getPrototypeOf(part)).filter(name => {
        const property = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(part), name);
        return name !== 'constructor' && !name.startsWith('_') && typeof property.value === 'function';
    });
}

/** A client whose parts remember in `called` each method that was used, as `products.create`. */
function drivenClient(endpoint) {
    const api = new ImpCentralApi(endpoint);
    const called = new Set();
    const all = new Set();
    for (const name of PARTS) {
        const part = api[name];
        for (const method of publicMethods(part)) {
            all.add(`${name}.${method}`);
            const original = part[method];
            part[method] = (...parameters) => {
                called.add(`${name}.${method}`);
                return original.apply(part, parameters);
            };
        }
    }
    return { api, called, all, constants: ImpCentralApi };
}

module.exports = { drivenClient };
