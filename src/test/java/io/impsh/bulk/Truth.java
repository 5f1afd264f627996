package io.impsh.bulk;

import io.impsh.sandbox.Recount;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the sandbox itself knows of its devices at one moment, to hold reports against.
 *
 * @param names of all devices, by id
 */
record Truth(Recount recount, Map<String, String> names) {
    static Truth of(Sandbox sandbox) {
        return new Truth(
                sandbox.recount(), new HashMap<>(SandboxRecord.begin(sandbox).names()));
    }

    /**
     * What the report of a run between {@code before} and now says wrongly.
     *
     * @param groupNames the name of a group, by id
     */
    List<String> faults(Truth before, Report report, UnaryOperator<String> groupNames) {
        List<String> faults = new ArrayList<>();
        List<PlanItem> items = report.all().stream().map(ItemResult::item).toList();
        if (!items.equals(report.plan().items())) {
            faults.add("results are of other items than the plan's");
        }
        int sum = report.counts().values().stream().mapToInt(Integer::intValue).sum();
        if (sum != report.plan().items().size()) {
            faults.add(
                    "counts add up to " + sum + " of " + report.plan().items().size());
        }
        report.all().stream()
                .filter(result -> !agrees(before, result, groupNames))
                .forEach(result -> faults.add("untrue: " + words(result)));
        Set<String> planned = items.stream().map(item -> item.target().id()).collect(Collectors.toSet());
        for (String id : before.names.keySet()) {
            if (!planned.contains(id) && !sameAs(before, id)) {
                faults.add("changed without a plan: " + id);
            }
            if (requests(id) - before.requests(id) > (planned.contains(id) ? 1 : 0)) {
                faults.add("changed twice: " + id);
            }
        }
        return faults;
    }

    static String words(ItemResult result) {
        PlanItem item = result.item();
        return item.change() + " of " + item.label() + " in " + item.fromName() + ": " + result.outcome() + ", "
                + result.reason();
    }

    /** Assignments, unassignments and restarts that the device has seen. */
    int requests(String id) {
        return recount.assignmentsByDevice().getOrDefault(id, 0)
                + recount.unassignmentsByDevice().getOrDefault(id, 0)
                + recount.restartsByDevice().getOrDefault(id, 0);
    }

    private boolean sameAs(Truth before, String id) {
        return Objects.equals(names.get(id), before.names.get(id))
                && Objects.equals(
                        recount.groupByDevice().get(id),
                        before.recount.groupByDevice().get(id));
    }

    private boolean agrees(Truth before, ItemResult result, UnaryOperator<String> groupNames) {
        return switch (result.outcome()) {
            case DONE -> happened(before, result.item(), groupNames);
            case UNKNOWN -> true;
            case SKIPPED, STALE, FAILED ->
                !happened(before, result.item(), groupNames) || before.wasSo(result.item(), groupNames);
            case PLANNED -> false;
        };
    }

    /** What is asked to restart when it likes may not be seen to. */
    private boolean happened(Truth before, PlanItem item, UnaryOperator<String> groupNames) {
        if (item.change() instanceof Change.Restart restart) {
            return restart.conditional()
                    || requests(item.target().id())
                            > before.requests(item.target().id());
        }
        return isSo(item, groupNames);
    }

    private boolean wasSo(PlanItem item, UnaryOperator<String> groupNames) {
        return item.change() instanceof Change.Restart restart ? restart.conditional() : isSo(item, groupNames);
    }

    private boolean isSo(PlanItem item, UnaryOperator<String> groupNames) {
        String id = item.target().id();
        String group = recount.groupByDevice().get(id);
        if (item.change() instanceof Change.Assign assign) {
            return groupNames.apply(assign.to().id()).equals(group);
        }
        if (item.change() instanceof Change.Unassign) {
            return group == null;
        }
        if (item.change() instanceof Change.Rename rename) {
            return Verdicts.sameName(rename.name(), names.get(id));
        }
        return !names.containsKey(id);
    }
}
