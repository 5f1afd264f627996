builds.where({product: 'Tracker', zombie: true, flagged: false}).limit(5).remove().apply();
builds.where({group: 'Line 1'}).limit(3).addTags('old').apply();
builds.where({tag: 'old'}).flag().apply();
builds.where({tag: 'old'}).unflag().apply();
webhooks.where({group: groups.get('Thermostat field')}).remove().apply();
groups.get('Tracker dev').remove({force: true, builds: true}).apply();
products.Tracker.remove({force: true, builds: true}).apply();
if (!products.find('Tracker')) {
  products.create({name: 'Tracker'}).createGroup({name: 'Tracker dev'}).assign(devices.where({name: /^tracker-000/})).apply();
}
