package io.impsh.sandbox;

/** Squirrel as the makers of the simulated products might have written it. */
final class SeedCode {
    private static final String THERMOSTAT = """
            // Thermostat, version %s
            const INTERVAL = 60;

            function report() {
                local reading = {"temperature": 18.5 + math.rand() %% 50 / 10.0, "humidity": 40 + math.rand() %% 20};
                server.log("temperature " + reading.temperature + " C, humidity " + reading.humidity + " %%");
                agent.send("reading", reading);
                imp.wakeup(INTERVAL, report);
            }

            report();
            """;

    private static final String TRACKER = """
            // Tracker, version %s
            const INTERVAL = 300;

            function locate() {
                local networks = imp.scanwifinetworks();
                server.log("sees " + networks.len() + " networks, light " + hardware.lightlevel());
                agent.send("networks", networks);
                imp.wakeup(INTERVAL, locate);
            }

            locate();
            """;

    private static final String PUMP = """
            // Pump, version %s
            pump <- hardware.pin1;
            pump.configure(DIGITAL_OUT, 0);

            agent.on("run", function(seconds) {
                server.log("running for " + seconds + " s");
                pump.write(1);
                imp.wakeup(seconds, @() pump.write(0));
            });
            """;

    private static final String AGENT = """
            // %s, version %s
            device.on("%s", function(data) {
                server.log("got " + http.jsonencode(data));
            });
            """;

    private SeedCode() {}

    /** @param version the code differs by it */
    static Program program(Product product, String version) {
        return switch (product.name()) {
            case "Thermostat" -> program(product, version, THERMOSTAT, "reading");
            case "Tracker" -> program(product, version, TRACKER, "networks");
            default -> program(product, version, PUMP, "state");
        };
    }

    private static Program program(Product product, String version, String device, String message) {
        return Program.of(
                product.owner(), device.formatted(version), AGENT.formatted(product.name(), version, message));
    }
}
