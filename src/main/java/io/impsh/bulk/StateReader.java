package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.api.ApiException;
import io.impsh.api.Filter;
import io.impsh.api.PagedIterator;
import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the present state of many things with few requests: from listings where many are in one group, one by one
 * otherwise. What a listing does not show is read by itself, because rows can shift under a pager.
 *
 * <p>To be used only while none of our own writes is in flight.
 */
final class StateReader {
    private static final int PAGE = 100;

    private final Cloud cloud;
    private final Workers workers;

    StateReader(Cloud cloud, Workers workers) {
        this.cloud = cloud;
        this.workers = workers;
    }

    /**
     * One observation per target, by id.
     *
     * @param places where each item may be found, the likeliest first
     */
    Map<String, Observation> read(List<PlanItem> items, List<Function<PlanItem, Filter>> places) {
        Map<String, Observation> seen = new HashMap<>();
        Map<String, PlanItem> missing = new LinkedHashMap<>();
        items.forEach(item -> missing.put(item.target().id(), item));
        for (Function<PlanItem, Filter> place : places) {
            Map<Filter, List<PlanItem>> together = missing.values().stream()
                    .filter(item -> item.target().type().equals(Device.TYPE))
                    .collect(Collectors.groupingBy(place, LinkedHashMap::new, Collectors.toList()));
            together.forEach((filter, same) -> walk(filter, same, seen));
            missing.keySet().removeAll(seen.keySet());
        }
        readOneByOne(missing.values().stream().map(PlanItem::target).toList(), seen);
        return seen;
    }

    /** The filter for the devices of a group, or of none. */
    static Filter in(EntityRef group) {
        return group == null
                ? Filter.none().and("devicegroup.owner.id", "null")
                : Filter.none().and("devicegroup.id", group.id());
    }

    /**
     * Walks a listing until all are found. How long it is shows only while walking, so it is given up when it has cost
     * half of what reading the things one by one costs.
     */
    private void walk(Filter filter, List<PlanItem> items, Map<String, Observation> seen) {
        long budget = items.size() / 2L * PAGE;
        if (budget == 0) {
            return;
        }
        Set<String> wanted = new HashSet<>();
        items.forEach(item -> wanted.add(item.target().id()));
        int ahead = Math.min(cloud.concurrency(), (items.size() + PAGE - 1) / PAGE);
        try (PagedIterator<Device> walk = cloud.devices(filter, ahead)) {
            for (long rows = 0; rows < budget && !wanted.isEmpty() && walk.hasNext(); rows++) {
                Device device = walk.next();
                if (wanted.remove(device.id())) {
                    seen.put(device.id(), new Observation.Present(device));
                }
            }
        } catch (UserException e) {
            wanted.forEach(id -> seen.put(id, new Observation.Unreadable(e.getMessage())));
        }
    }

    private void readOneByOne(List<EntityRef> targets, Map<String, Observation> seen) {
        Queue<EntityRef> queue = new ArrayDeque<>(targets);
        AtomicReference<String> noAnswer = new AtomicReference<>();
        workers.run(
                () -> noAnswer.get() == null ? queue.poll() : null,
                target -> readOne(target, noAnswer),
                (target, observation) -> seen.put(target.id(), observation));
        queue.forEach(target -> seen.put(target.id(), new Observation.Unreadable(noAnswer.get())));
    }

    /** A refusal concerns this thing alone; with no answer at all the others need not be tried. */
    private Observation readOne(EntityRef target, AtomicReference<String> noAnswer) {
        try {
            if (!target.type().equals(Device.TYPE)) {
                return cloud.exists(target) ? new Observation.Present(null) : new Observation.Gone();
            }
            Device device = cloud.device(target.id());
            return device == null ? new Observation.Gone() : new Observation.Present(device);
        } catch (ApiException e) {
            return new Observation.Unreadable(e.getMessage());
        } catch (UserException e) {
            noAnswer.set(e.getMessage());
            return new Observation.Unreadable(e.getMessage());
        }
    }
}
