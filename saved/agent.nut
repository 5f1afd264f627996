// Tracker, version 1.4
device.on("networks", function(data) {
    server.log("got " + http.jsonencode(data));
});
