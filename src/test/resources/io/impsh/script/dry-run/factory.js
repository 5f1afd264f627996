const before = groups.get('Thermostat field');
const flavour = products.Thermostat.createGroup({name: 'Flavour', kind: 'production'});
before.currentDeployment.copyTo(flavour);
flavour.assign(before.devices.limit(3)).apply();
flavour.restart({conditional: true});
groups.where({product: 'Thermostat', kind: 'factory'}).forEach(factory => {
  factory.update({productionTarget: flavour});
  factory.webhooks.forEach(hook => hook.update({url: 'https://example.com/new'}));
});
groups.where({product: 'Thermostat', kind: 'production'}).createWebhook({url: 'https://example.com/all', event: 'deployment'}).apply();
devices.get('thermo-0001').rename('Kitchen');
devices.get('Kitchen').restart();
devices.where({group: 'Line 2'}).limit(4).unassign().apply();
