package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.api.ApiException;
import io.impsh.api.Filter;
import io.impsh.api.PagedIterator;
import io.impsh.model.Deployment;
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
import java.util.function.Supplier;

/**
 * Reads the present state of many things with few requests: from listings where many are in one, one by one otherwise.
 * What a listing does not show is read by itself, because rows can shift under a pager.
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
     * One observation per target, by id; none of what was not read because it was enough. Of what makes something new,
     * this tells whether it need be made at all; {@link Creations} tells what has been made.
     *
     * @param places which listings may show an item, if any, the likeliest first
     */
    Map<String, Observation> read(List<PlanItem> items, List<Function<PlanItem, Optional<Listing>>> places) {
        Map<String, Observation> seen = read(items, PlanItem::target, places, this::look);
        new CopiedAlready(cloud, workers).note(items, seen);
        return seen;
    }

    /** The same of builds that are all in one listing. */
    Map<String, Observation> read(List<EntityRef> builds, Listing listing) {
        return read(builds, ref -> ref, List.of(ref -> Optional.of(listing)), cloud::look);
    }

    private <T> Map<String, Observation> read(
            List<T> things,
            Function<T, EntityRef> ref,
            List<Function<T, Optional<Listing>>> places,
            Function<T, Observation> look) {
        Map<String, Observation> seen = new HashMap<>();
        Map<String, T> missing = new LinkedHashMap<>();
        things.forEach(thing -> missing.put(ref.apply(thing).id(), thing));
        for (Function<T, Optional<Listing>> place : places) {
            Queue<Map.Entry<Listing, List<T>>> listings =
                    new ArrayDeque<>(together(missing.values(), place).entrySet());
            workers.run(
                    listings::poll,
                    listing -> walk(listing.getKey(), ids(listing.getValue(), ref)),
                    (listing, found) -> seen.putAll(found));
            missing.keySet().removeAll(seen.keySet());
        }
        readOneByOne(missing, look, seen);
        return seen;
    }

    private static <T> Map<Listing, List<T>> together(Collection<T> things, Function<T, Optional<Listing>> place) {
        Map<Listing, List<T>> together = new LinkedHashMap<>();
        for (T thing : things) {
            place.apply(thing).ifPresent(listing -> together.computeIfAbsent(listing, same -> new ArrayList<>())
                    .add(thing));
        }
        return together;
    }

    private static <T> Set<String> ids(List<T> things, Function<T, EntityRef> ref) {
        Set<String> ids = new HashSet<>();
        things.forEach(thing -> ids.add(ref.apply(thing).id()));
        return ids;
    }

    /** The filter for the devices, builds or webhooks of a group; for the devices of none. */
    static Filter in(EntityRef group) {
        return group == null
                ? Filter.none().and("devicegroup.owner.id", "null")
                : Filter.none().and("devicegroup.id", group.id());
    }

    /**
     * Walks a listing until all are found. How long it is shows only while walking, so it is given up when it has cost
     * half of what reading the things one by one costs.
     */
    private Map<String, Observation> walk(Listing listing, Set<String> wanted) {
        long budget = wanted.size() / 2L * PAGE;
        if (budget == 0) {
            return Map.of();
        }
        int ahead = Math.min(cloud.concurrency(), (wanted.size() + PAGE - 1) / PAGE);
        return switch (listing.type()) {
            case Device.TYPE ->
                walk(() -> cloud.devices(listing.filter(), ahead), Device::id, Observation.Present::of, wanted, budget);
            case Deployment.TYPE ->
                walk(() -> cloud.builds(listing.filter(), ahead), Build::id, Observation.Present::of, wanted, budget);
            default ->
                walk(
                        () -> cloud.webhooks(listing.filter(), ahead),
                        webhook -> webhook.id(),
                        Observation.Present::of,
                        wanted,
                        budget);
        };
    }

    private <R> Map<String, Observation> walk(
            Supplier<PagedIterator<R>> open,
            Function<R, String> id,
            Function<R, Observation> observation,
            Set<String> wanted,
            long budget) {
        Map<String, Observation> found = new HashMap<>();
        try (PagedIterator<R> rows = open.get()) {
            for (long row = 0; goesOn(row, budget, wanted) && rows.hasNext(); row++) {
                R each = rows.next();
                if (wanted.remove(id.apply(each))) {
                    found.put(id.apply(each), observation.apply(each));
                }
            }
        } catch (UserException e) {
            wanted.forEach(missed -> found.put(missed, new Observation.Unreadable(e.getMessage())));
        }
        return found;
    }

    private boolean goesOn(long rows, long budget, Set<String> wanted) {
        return rows < budget && !wanted.isEmpty() && !enough.getAsBoolean();
    }

    private <T> void readOneByOne(Map<String, T> things, Function<T, Observation> look, Map<String, Observation> seen) {
        Queue<Map.Entry<String, T>> queue = new ArrayDeque<>(things.entrySet());
        AtomicReference<String> noAnswer = new AtomicReference<>();
        workers.run(
                () -> noAnswer.get() == null && !enough.getAsBoolean() ? queue.poll() : null,
                thing -> readOne(thing.getValue(), look, noAnswer),
                (thing, observation) -> seen.put(thing.getKey(), observation));
        if (noAnswer.get() != null) {
            queue.forEach(thing -> seen.put(thing.getKey(), new Observation.Unreadable(noAnswer.get())));
        }
    }

    /** A refusal concerns this thing alone; with no answer at all the others need not be tried. */
    private static <T> Observation readOne(T thing, Function<T, Observation> look, AtomicReference<String> noAnswer) {
        try {
            return look.apply(thing);
        } catch (ApiException e) {
            return new Observation.Unreadable(e.getMessage());
        } catch (UserException e) {
            noAnswer.set(e.getMessage());
            return new Observation.Unreadable(e.getMessage());
        }
    }

    private Observation look(PlanItem item) {
        EntityRef target = item.target();
        if (item.change() instanceof Change.CreateWebhook create) {
            return lookForWebhook(target, create.facts());
        }
        if (!target.type().equals(Device.TYPE)) {
            return cloud.look(target);
        }
        Device device = cloud.device(target.id());
        return device == null ? new Observation.Gone() : Observation.Present.of(device);
    }

    /** A group that has webhooks is there; the listing of one that is gone is empty. */
    private Observation lookForWebhook(EntityRef group, WebhookFacts facts) {
        List<WebhookFacts> there = Cloud.all(cloud.webhooks(in(group), 1)).stream()
                .map(WebhookFacts::of)
                .toList();
        if (there.contains(facts)) {
            return new Observation.Made("it has that webhook");
        }
        return there.isEmpty() ? cloud.look(group) : Observation.Present.plain();
    }
}
