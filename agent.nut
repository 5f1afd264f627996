// Thermostat, version 1.1
device.on("reading", function(data) {
    server.log("got " + http.jsonencode(data));
});
