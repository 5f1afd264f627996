/**
 * Tells the whole story of a product in production, in a sandbox.
 *
 * A product is set up, fixtures are put on the line, devices are blessed and activated, a new version is tried and released,
 * a device comes back, and everything is removed. Gives a row for each stage.
 *
 * @param {string} product   what the new product is called
 * @param {string} hook      where webhooks go: a URL of this machine
 * @param {secret} unbondKey the account's unbond key, in IMPSH_PARAM_UNBOND_KEY
 * @example impsh --sandbox run docs/examples/production-story.js --product Kettle --hook http://127.0.0.1:8080/ --yes
 */

const stages = [];

function stage(name, facts) {
  stages.push({stage: name, ...facts});
}

/** The blessing of a device under test, which only the sandbox's side door can play. */
function bless(count, factory) {
  const names = sandbox.addDevices({count, name: 'kettle', group: factory.dutTarget.name}).map(({name}) => name);
  names.forEach((name) => sandbox.bless(name));
  names.forEach((name) => sandbox.blinkUp(name));
  return names;
}

run('production-setup', {
  product: params.product,
  webhookUrl: params.hook,
  webhookEvent: ['blessing', 'blinkup', 'deployment'],
});
const product = products.get(params.product);
const [field, factory] = ['production', 'factory'].map((kind) => groups.where({product, kind}).first());
stage('set up', {groups: product.groups.count(), webhooks: product.webhooks.count()});

const bench = product.createGroup({name: `${params.product} bench`});
const firmware = bench.deploy({deviceCode: 'server.log("factory");', agentCode: '// none', tags: ['kettle-factory']});
const first = bench.deploy({deviceCode: 'server.log("one");', agentCode: '// none', tags: ['kettle-1']});
run('release', {build: firmware, to: factory, all: true});
run('release', {build: first, to: field, all: true});
stage('first builds', {factory: factory.reload().currentDeployment.tags.join(), field: field.reload().currentDeployment.tags.join()});

const [fixture] = sandbox.addDevices({name: `${params.product} fixture`, impType: 'imp005'});
run('fixtures-assign', {to: factory, device: [fixture]});
const line = logs.get(fixture, {types: 'server.log'})[0];
stage('fixture', {group: fixture.reload().group.name, log: line.message});

const made = bless(10, factory);
stage('blessed', {field: field.devices.count(), online: field.devices.where({online: true}).count()});

const second = bench.deploy({deviceCode: 'server.log("two");', agentCode: '// none', tags: ['kettle-2']});
run('canary', {action: 'start', from: field, build: second, share: '20%'});
stage('canary', {canaries: groups.get(`${field.name} canary`).devices.count(), field: field.devices.count()});

run('canary', {action: 'promote', from: field});
stage('released', {field: field.devices.count(), build: field.reload().currentDeployment.tags.join()});

run('unbless', {device: made.slice(0, 2), unbondKey: params.unbondKey});
stage('two came back', {field: field.devices.count(), free: devices.of(made.slice(0, 2)).where({group: null}).count()});

bench.remove();
field.setMinSupported(field.reload().currentDeployment);
const removed = run('cleanup', {zombies: true, oldBuilds: true, product, keep: 1});
stage('cleaned up', {removed: removed.length, left: field.deployments.count()});

run('product-remove', {product: params.product, unbondKey: params.unbondKey});
stage('removed', {products: products.where({name: params.product}).count(), builds: builds.where({tag: /^kettle-/}).count()});
stages;
