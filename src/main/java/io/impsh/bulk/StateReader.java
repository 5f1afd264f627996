package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.api.ApiException;
import io.impsh.api.Filter;
import io.impsh.api.PagedIterator;
import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

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
    private final BooleanSupplier enough;

    /** @param enough when true, nothing more is read */
    StateReader(Cloud cloud, Workers workers, BooleanSupplier enough) {
        this.cloud = cloud;
        this.workers = workers;
        this.enough = enough;
    }

    /**
     * One observation per target, by id; none of what was not read because it was enough.
     *
     * @param places which listings may show an item, if any, the likeliest first
     */
    Map<String, Observation> read(List<PlanItem> items, List<Function<PlanItem, Optional<Filter>>> places) {
        Map<String, Observation> seen = new HashMap<>();
        Map<String, PlanItem> missing = new LinkedHashMap<>();
        items.forEach(item -> missing.put(item.target().id(), item));
        for (Function<PlanItem, Optional<Filter>> place : places) {
            Queue<Map.Entry<Filter, List<PlanItem>>> listings =
                    new ArrayDeque<>(together(missing.values(), place).entrySet());
            workers.run(
                    listings::poll,
                    listing -> walk(listing.getKey(), listing.getValue()),
                    (listing, found) -> seen.putAll(found));
            missing.keySet().removeAll(seen.keySet());
        }
        readOneByOne(missing.values().stream().map(PlanItem::target).toList(), seen);
        return seen;
    }

    private static Map<Filter, List<PlanItem>> together(
            Collection<PlanItem> items, Function<PlanItem, Optional<Filter>> place) {
        Map<Filter, List<PlanItem>> together = new LinkedHashMap<>();
        for (PlanItem item : items) {
            if (item.target().type().equals(Device.TYPE)) {
                place.apply(item).ifPresent(filter -> together.computeIfAbsent(filter, same -> new ArrayList<>())
                        .add(item));
            }
        }
        return together;
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
    private Map<String, Observation> walk(Filter filter, List<PlanItem> items) {
        Map<String, Observation> found = new HashMap<>();
        long budget = items.size() / 2L * PAGE;
        if (budget == 0) {
            return found;
        }
        Set<String> wanted = new HashSet<>();
        items.forEach(item -> wanted.add(item.target().id()));
        int ahead = Math.min(cloud.concurrency(), (items.size() + PAGE - 1) / PAGE);
        try (PagedIterator<Device> walk = cloud.devices(filter, ahead)) {
            for (long rows = 0; goesOn(rows, budget, wanted) && walk.hasNext(); rows++) {
                Device device = walk.next();
                if (wanted.remove(device.id())) {
                    found.put(device.id(), Observation.Present.of(device));
                }
            }
        } catch (UserException e) {
            wanted.forEach(id -> found.put(id, new Observation.Unreadable(e.getMessage())));
        }
        return found;
    }

    private boolean goesOn(long rows, long budget, Set<String> wanted) {
        return rows < budget && !wanted.isEmpty() && !enough.getAsBoolean();
    }

    private void readOneByOne(List<EntityRef> targets, Map<String, Observation> seen) {
        Queue<EntityRef> queue = new ArrayDeque<>(targets);
        AtomicReference<String> noAnswer = new AtomicReference<>();
        workers.run(
                () -> noAnswer.get() == null && !enough.getAsBoolean() ? queue.poll() : null,
                target -> readOne(target, noAnswer),
                (target, observation) -> seen.put(target.id(), observation));
        if (noAnswer.get() != null) {
            queue.forEach(target -> seen.put(target.id(), new Observation.Unreadable(noAnswer.get())));
        }
    }

    /** A refusal concerns this thing alone; with no answer at all the others need not be tried. */
    private Observation readOne(EntityRef target, AtomicReference<String> noAnswer) {
        try {
            if (!target.type().equals(Device.TYPE)) {
                return cloud.look(target);
            }
            Device device = cloud.device(target.id());
            return device == null ? new Observation.Gone() : Observation.Present.of(device);
        } catch (ApiException e) {
            return new Observation.Unreadable(e.getMessage());
        } catch (UserException e) {
            noAnswer.set(e.getMessage());
            return new Observation.Unreadable(e.getMessage());
        }
    }
}
