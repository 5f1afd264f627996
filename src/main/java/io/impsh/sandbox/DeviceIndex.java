package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Devices in order of creation, reachable by position, so that any page of any group costs the same. Adding and
 * removing shifts an array: microseconds even at a hundred thousand devices.
 */
final class DeviceIndex {
    static final Comparator<Device> ORDER = Comparator.comparingInt(Device::ordinal);

    private final ArrayList<Device> devices = new ArrayList<>(0);

    void add(Device device) {
        int last = devices.size() - 1;
        if (last < 0 || ORDER.compare(devices.get(last), device) < 0) {
            devices.add(device);
            return;
        }
        int place = Collections.binarySearch(devices, device, ORDER);
        if (place < 0) {
            devices.add(-place - 1, device);
        }
    }

    void remove(Device device) {
        int place = Collections.binarySearch(devices, device, ORDER);
        if (place >= 0) {
            devices.remove(place);
        }
    }

    void clear() {
        devices.clear();
    }

    boolean isEmpty() {
        return devices.isEmpty();
    }

    int size() {
        return devices.size();
    }

    /** A view, not a copy. */
    List<Device> inOrder() {
        return Collections.unmodifiableList(devices);
    }
}
