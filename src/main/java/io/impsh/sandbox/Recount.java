package io.impsh.sandbox;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the sandbox itself knows at one moment, read from its store without HTTP, so that a client's own account can be
 * checked against it.
 *
 * @param devices how many devices there are
 * @param devicesByGroup how many are in each group, by group name; of equal names the sum
 * @param groupByDevice name of the group of each assigned device, by device id
 * @param assignmentsByDevice how often each device was assigned by a call, by device id; assigning it again where it is
 *     counts too. Without those never assigned
 * @param unassignmentsByDevice how often each was taken out of a group by a call
 * @param restartsByDevice how often each was restarted by a restart call for it or its group
 * @param requests how many requests came in, by method and path pattern, such as {@code GET /devices/{device}}
 * @param rateLimited how many answers were 429, deserved or as a fault
 * @param faults how often each fault happened, by its word
 * @param webhooks how many webhook calls came to which end: {@code delivered}, {@code failed} (no answer or one of
 *     failure), {@code withheld} (not sent, as no webhook may go there), {@code dropped} (too many were waiting)
 */
public record Recount(
        int devices,
        Map<String, Integer> devicesByGroup,
        Map<String, String> groupByDevice,
        Map<String, Integer> assignmentsByDevice,
        Map<String, Integer> unassignmentsByDevice,
        Map<String, Integer> restartsByDevice,
        Map<String, Integer> requests,
        int rateLimited,
        Map<String, Integer> faults,
        Map<String, Integer> webhooks) {

    static Recount of(Store store, Statistics statistics) {
        Map<String, Integer> byGroup = new TreeMap<>();
        for (DeviceGroup group : store.groups()) {
            byGroup.merge(group.name(), group.devices().size(), Integer::sum);
        }
        Map<String, String> groups = new TreeMap<>();
        Map<String, Integer> assignments = new TreeMap<>();
        Map<String, Integer> unassignments = new TreeMap<>();
        Map<String, Integer> restarts = new TreeMap<>();
        for (Device device : store.devices().inOrder()) {
            if (device.group() != null) {
                groups.put(device.id(), device.group().name());
            }
            count(assignments, device, device.assignments());
            count(unassignments, device, device.unassignments());
            count(restarts, device, device.restarts());
        }
        return new Recount(
                store.devices().size(),
                Collections.unmodifiableMap(byGroup),
                Collections.unmodifiableMap(groups),
                Collections.unmodifiableMap(assignments),
                Collections.unmodifiableMap(unassignments),
                Collections.unmodifiableMap(restarts),
                Collections.unmodifiableMap(statistics.requests()),
                statistics.rateLimitedCount(),
                Collections.unmodifiableMap(statistics.faults()),
                Collections.unmodifiableMap(statistics.webhooks()));
    }

    private static void count(Map<String, Integer> counts, Device device, int count) {
        if (count > 0) {
            counts.put(device.id(), count);
        }
    }

    /** How many devices the named group has; 0 if there is none. */
    public int deviceCount(String group) {
        return devicesByGroup.getOrDefault(group, 0);
    }

    /** How many devices are in no group. */
    public int unassigned() {
        return devices - groupByDevice.size();
    }

    /** How many requests came in on one path pattern, such as {@code /devicegroups/{id}/relationships/devices}. */
    public int requests(String method, String pattern) {
        return requests.getOrDefault(method + " " + pattern, 0);
    }

    /** How many requests came in altogether. */
    public int totalRequests() {
        return requests.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How often devices were assigned altogether. */
    public int totalAssignments() {
        return assignmentsByDevice.values().stream().mapToInt(Integer::intValue).sum();
    }
}
