package io.impsh.sandbox;

/** What goes on in the simulated devices, and who is told: their logs, the streams of these, and their history. */
record Simulation(DeviceLogs logs, LogStreams streams) {

    static Simulation of(Store store, SandboxOptions options) {
        LogStreams streams = new LogStreams(store, options);
        DeviceLogs logs = new DeviceLogs(store, streams::publish);
        store.listen(streams);
        store.listen(logs);
        store.listen(new Firmware(logs));
        return new Simulation(logs, streams);
    }
}
