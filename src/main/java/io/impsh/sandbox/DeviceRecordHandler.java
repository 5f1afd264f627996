package io.impsh.sandbox;

/** What is on record about a device: its log, and what happened to it. */
final class DeviceRecordHandler {
    private static final String ITEM = "/v5/devices/{device}";

    private final Store store;
    private final Simulation simulation;

    DeviceRecordHandler(Store store, Simulation simulation) {
        this.store = store;
        this.simulation = simulation;
    }

    void addTo(Router router) {
        router.add("GET", ITEM + "/logs", this::logs).add("GET", ITEM + "/history", this::history);
    }

    private Reply logs(Call call) {
        return Reply.list(call, simulation.logs().of(DeviceHandler.device(call, store)), LogEntry::write);
    }

    private Reply history(Call call) {
        return Reply.list(call, simulation.history().of(DeviceHandler.device(call, store)), HistoryEntry::write);
    }
}
