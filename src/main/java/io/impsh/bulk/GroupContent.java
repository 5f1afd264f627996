package io.impsh.bulk;

import io.impsh.CountedNoun;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import java.util.ArrayList;
import java.util.List;

/**
 * What hangs on a device group that is to be removed.
 *
 * @param builds those that the removal is about: all, or the flagged ones alone
 */
record GroupContent(DeviceGroup group, List<Device> devices, List<Build> builds) {
    /** Why the group cannot be removed like that, or {@code null}. */
    String obstacle(Removal removal) {
        if (!removal.force()) {
            return held();
        }
        boolean locked = devices.stream().anyMatch(device -> !Verdicts.unassign(device, removal.unbondKey())
                .sent());
        return locked
                ? "it holds " + CountedNoun.of(devices.size(), "production device")
                        + "; remove({force: true, unbondKey: 'ask'}) unassigns them first"
                : null;
    }

    private String held() {
        int flagged = (int) builds.stream().filter(Build::flagged).count();
        List<String> held = new ArrayList<>();
        if (!devices.isEmpty()) {
            held.add(CountedNoun.of(devices.size(), "device"));
        }
        if (flagged > 0) {
            held.add(CountedNoun.of(flagged, "flagged build"));
        }
        if (held.isEmpty()) {
            return null;
        }
        String first = flagged == 0
                ? "remove({force: true}) unassigns them first"
                : "remove({force: true}) " + (devices.isEmpty() ? "" : "unassigns and ")
                        + "unflags first, with builds: true removes builds too";
        return "it holds " + String.join(" and ", held) + "; " + first;
    }

    /** A group with targets has to go before them. */
    boolean hasTargets() {
        return group.productionTarget() != null || group.dutTarget() != null;
    }
}
