const line = products.Thermostat.createGroup({name: 'Line 3'});
for (const device of devices.where({group: 'Line 1', online: false}).limit(3)) {
  device.assignTo(line);
}
for (const device of line.devices) {
  device.rename(device.name + '-moved');
}
line.devices.restart().apply();
line.reassignTo('Line 2').apply();
line.update({name: 'Line three', envVars: {A: 1}});
groups.get('Line three').remove();
