// Thermostat, version 1.1
const INTERVAL = 60;

function report() {
    local reading = {"temperature": 18.5 + math.rand() % 50 / 10.0, "humidity": 40 + math.rand() % 20};
    server.log("temperature " + reading.temperature + " C, humidity " + reading.humidity + " %");
    agent.send("reading", reading);
    imp.wakeup(INTERVAL, report);
}

report();
