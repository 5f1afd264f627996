package io.impsh.sandbox;

/** What is stored of the logs of devices. */
final class DeviceLogHandler {
    private final Store store;
    private final DeviceLogs logs;

    DeviceLogHandler(Store store, DeviceLogs logs) {
        this.store = store;
        this.logs = logs;
    }

    void addTo(Router router) {
        router.add(
                "GET",
                "/v5/devices/{device}/logs",
                call -> Reply.list(call, logs.of(DeviceHandler.device(call, store)), LogEntry::write));
    }
}
