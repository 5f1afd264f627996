package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Tells which copies of builds need not be made, because the group's newest builds are the same code in the same order.
 * A group that had the code earlier gets it again: only the newest build is what its devices run.
 */
final class CopiedAlready {
    static final String WORDS = "the group's newest build is the same code";

    private final Cloud cloud;
    private final Workers workers;

    /** @param workers of the run; a planner, which only counts, has none */
    CopiedAlready(Cloud cloud, Workers workers) {
        this.cloud = cloud;
        this.workers = workers;
    }

    /** Notes of each copy that need not be made that it is made. */
    void note(List<PlanItem> items, Map<String, Observation> seen) {
        Map<EntityRef, List<PlanItem>> byGroup = new LinkedHashMap<>();
        for (PlanItem item : items) {
            if (item.change() instanceof Change.Copy copy) {
                byGroup.computeIfAbsent(copy.to().ref(), same -> new ArrayList<>())
                        .add(item);
            }
        }
        Queue<Map.Entry<EntityRef, List<PlanItem>>> groups = new ArrayDeque<>(byGroup.entrySet());
        workers.run(
                groups::poll, group -> look(group.getKey(), group.getValue()), (group, found) -> seen.putAll(found));
    }

    private Map<String, Observation> look(EntityRef group, List<PlanItem> copies) {
        Map<String, Observation> found = new LinkedHashMap<>();
        try {
            List<String> shas = copies.stream()
                    .map(item -> ((Change.Copy) item.change()).sha())
                    .toList();
            copies.subList(0, count(group.id(), shas))
                    .forEach(item -> found.put(item.target().id(), new Observation.Made(WORDS)));
        } catch (UserException e) {
            copies.forEach(item -> found.put(item.target().id(), new Observation.Unreadable(e.getMessage())));
        }
        return found;
    }

    /** How many of the codes, from the first on, the group has as its newest builds, the last of them newest. */
    int count(String group, List<String> shas) {
        DeviceGroup facts = shas.isEmpty() ? null : cloud.group(group);
        if (facts == null || facts.currentDeployment() == null) {
            return 0;
        }
        Build newest = cloud.build(facts.currentDeployment().id());
        if (newest == null || !shas.contains(newest.sha())) {
            return 0;
        }
        return shas.size() == 1 ? 1 : count(shas, present(facts.ref()));
    }

    /** The shas of the group's builds, oldest first. */
    private List<String> present(EntityRef group) {
        return Cloud.all(cloud.builds(StateReader.in(group), cloud.concurrency())).stream()
                .sorted(Comparator.comparing(Build::createdAt))
                .map(Build::sha)
                .toList();
    }

    private static int count(List<String> shas, List<String> present) {
        for (int count = Math.min(shas.size(), present.size()); count > 0; count--) {
            if (shas.subList(0, count).equals(present.subList(present.size() - count, present.size()))) {
                return count;
            }
        }
        return 0;
    }
}
