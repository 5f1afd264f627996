package io.impsh.sandbox;

/** What goes on in the simulated devices, and who is told: their logs, the streams of these, and their history. */
record Simulation(DeviceLogs logs, LogStreams streams, DeviceHistory history, LogEmitter emitter)
        implements AutoCloseable {

    static Simulation of(Store store, SandboxOptions options, Statistics statistics) {
        LogStreams streams = new LogStreams(store, options, statistics::failed);
        DeviceLogs logs = new DeviceLogs(store, streams::publish);
        DeviceHistory history = new DeviceHistory(store);
        store.listen(streams);
        store.listen(logs);
        store.listen(new Firmware(logs));
        LogEmitter emitter = new LogEmitter(store, logs, options.logRate());
        store.listen(history);
        store.listen(emitter);
        return new Simulation(logs, streams, history, emitter);
    }

    void start() {
        emitter.start();
    }

    @Override
    public void close() {
        emitter.close();
    }
}
