package io.impsh.bulk;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a plan comes to, in numbers. Maps and lists keep the order in which things first occur in the plan.
 *
 * @param title such as {@code move 66 devices}
 * @param moves what goes from one to another: devices, copies of builds, webhooks that change
 * @param removals number of things per kind, such as {@code builds unflagged}, beyond the moves; not of removals alone
 * @param leftAlone number of items per reason that are never sent
 * @param doubtful number of items per reason that may be refused and are sent last
 * @param foreign number of items sent per account, by name or id, that is not the own one
 * @param requests estimate of all requests: looking again, changing, reading back
 * @param estimate how long they take at {@code requestsPerSecond}
 * @param sent number of items that will be sent
 */
public record PlanSummary(
        String title,
        List<Move> moves,
        Map<String, Integer> removals,
        Map<String, Integer> leftAlone,
        Map<String, Integer> doubtful,
        Map<String, Integer> foreign,
        int requests,
        Duration estimate,
        double requestsPerSecond,
        int sent) {
    /**
     * Devices that change their group, builds that are copied, or webhooks that change.
     *
     * @param fromName a group, {@code unassigned} or {@code no group} without one; of a webhook what changes
     * @param toName likewise
     */
    public record Move(String fromName, String toName, int count) {}
}
