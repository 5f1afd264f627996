// Tracker, version 1.4
const INTERVAL = 300;

function locate() {
    local networks = imp.scanwifinetworks();
    server.log("sees " + networks.len() + " networks, light " + hardware.lightlevel());
    agent.send("networks", networks);
    imp.wakeup(INTERVAL, locate);
}

locate();
