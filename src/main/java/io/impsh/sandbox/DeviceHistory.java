package io.impsh.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What happened to devices, at most 100 entries each. How a device of the seed came to be enrolled and assigned is made
 * up when it is read.
 */
final class DeviceHistory implements StoreListener {
    private static final int ENTRIES = 100;

    private final Store store;
    private final Map<Device, ArrayDeque<HistoryEntry>> entries = new HashMap<>();

    DeviceHistory(Store store) {
        this.store = store;
    }

    /** Newest first. */
    List<HistoryEntry> of(Device device) {
        List<HistoryEntry> history = new ArrayList<>();
        ArrayDeque<HistoryEntry> recorded = entries.get(device);
        if (recorded != null) {
            Iterator<HistoryEntry> newest = recorded.descendingIterator();
            newest.forEachRemaining(history::add);
        }
        long enrolledAt = device.firstEnrolledAt();
        if (device.firstGroup() != null) {
            history.add(new HistoryEntry(
                    device, enrolledAt + Fleet.ASSIGNED_AFTER, HistoryEntry.ASSIGNED, device.firstGroup()));
        }
        history.add(new HistoryEntry(device, enrolledAt, HistoryEntry.ENROLLED, null));
        return history;
    }

    private void record(Device device, String event, DeviceGroup group) {
        ArrayDeque<HistoryEntry> recorded = entries.computeIfAbsent(device, none -> new ArrayDeque<>(2));
        recorded.add(new HistoryEntry(device, store.now(), event, group));
        if (recorded.size() > ENTRIES) {
            recorded.removeFirst();
        }
    }

    @Override
    public void assigned(Device device) {
        record(device, HistoryEntry.ASSIGNED, device.group());
    }

    @Override
    public void unassigned(Device device, DeviceGroup from) {
        record(device, HistoryEntry.UNASSIGNED, from);
    }

    @Override
    public void blessed(Device device) {
        record(device, HistoryEntry.BLESSED, device.group());
    }

    @Override
    public void enrolled(Device device) {
        record(device, HistoryEntry.ENROLLED, null);
    }

    @Override
    public void turned(Device device) {
        record(device, device.online() ? HistoryEntry.CONNECTED : HistoryEntry.DISCONNECTED, null);
    }

    @Override
    public void removed(Device device) {
        entries.remove(device);
    }

    @Override
    public void cleared() {
        entries.clear();
    }
}
