package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.api.ApiException;
import io.impsh.api.Filter;
import io.impsh.api.PagedIterator;
import io.impsh.model.Device;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Reads whole devices as they are now: from listings where many are in one group, one by one otherwise. Each is handed
 * over at once on the calling thread, so that no more than some hundred are held. Ends early when the run is to stop.
 */
final class DeviceReader {
    private static final int PAGE = 100;

    private final Run run;
    /** Listings that have turned out longer than they are worth. */
    private final Set<Filter> tooLong = new HashSet<>();

    private String trouble = "";

    DeviceReader(Run run) {
        this.run = run;
    }

    /** The listing that shows it before the change. */
    static Filter before(PlanItem item) {
        return StateReader.in(item.from());
    }

    /** The listing that shows it after the change. */
    static Filter after(PlanItem item) {
        if (item.change() instanceof Change.Assign assign) {
            return StateReader.in(assign.to().ref());
        }
        return StateReader.in(item.change() instanceof Change.Unassign ? null : item.from());
    }

    /** @param seen is not told of those that are gone or could not be read */
    void read(Collection<PlanItem> items, Function<PlanItem, Filter> place, BiConsumer<PlanItem, Device> seen) {
        trouble = "";
        Map<String, PlanItem> missing = new LinkedHashMap<>();
        Map<Filter, Integer> together = new LinkedHashMap<>();
        for (PlanItem item : items) {
            missing.put(item.target().id(), item);
            together.merge(place.apply(item), 1, Integer::sum);
        }
        together.forEach((filter, count) -> walk(filter, count, missing, seen));
        readOneByOne(missing.values(), seen);
    }

    /** As in {@link StateReader}, given up when it has cost half of what reading them one by one costs. */
    private void walk(Filter filter, int count, Map<String, PlanItem> missing, BiConsumer<PlanItem, Device> seen) {
        int pages = count / 2;
        if (pages == 0 || tooLong.contains(filter)) {
            return;
        }
        int ahead = Math.min(run.cloud().concurrency(), (count + PAGE - 1) / PAGE);
        int found = 0;
        try (PagedIterator<Device> listing = run.workers().call(() -> listing(filter, ahead))) {
            for (int page = 0;
                    listing != null
                            && page < pages
                            && found < count
                            && !run.control().isStopping();
                    page++) {
                List<Device> devices = run.workers().call(() -> hundred(listing));
                for (Device device : devices) {
                    PlanItem item = missing.remove(device.id());
                    if (item != null) {
                        found++;
                        seen.accept(item, device);
                    }
                }
                if (devices.size() < PAGE) {
                    return;
                }
            }
        }
        if (found < count) {
            tooLong.add(filter);
        }
    }

    /** {@code null} when it cannot be had. */
    private PagedIterator<Device> listing(Filter filter, int ahead) {
        try {
            return run.cloud().devices(filter, ahead);
        } catch (UserException e) {
            return null;
        }
    }

    /** What could not be listed is tried one by one, which says what is wrong. */
    private static List<Device> hundred(PagedIterator<Device> listing) {
        List<Device> devices = new ArrayList<>();
        try {
            while (devices.size() < PAGE && listing.hasNext()) {
                devices.add(listing.next());
            }
        } catch (UserException e) {
            return devices;
        }
        return devices;
    }

    /** With no answer at all the others need not be tried. */
    private void readOneByOne(Collection<PlanItem> items, BiConsumer<PlanItem, Device> seen) {
        Queue<PlanItem> queue = new ArrayDeque<>(items);
        boolean[] noAnswer = new boolean[1];
        run.workers()
                .run(() -> noAnswer[0] || run.control().isStopping() ? null : queue.poll(), this::one, (item, one) -> {
                    noAnswer[0] |= one.noAnswer();
                    trouble = one.trouble() == null ? trouble : " (" + one.trouble() + ")";
                    if (one.device() != null) {
                        seen.accept(item, one.device());
                    }
                });
    }

    /** @param device {@code null} when it is gone or could not be read */
    private record One(Device device, String trouble, boolean noAnswer) {}

    private One one(PlanItem item) {
        try {
            return new One(run.cloud().device(item.target().id()), null, false);
        } catch (ApiException e) {
            return new One(null, e.getMessage(), false);
        } catch (UserException e) {
            return new One(null, e.getMessage(), true);
        }
    }

    /** What went wrong when reading last, in brackets; empty when nothing did. */
    String trouble() {
        return trouble;
    }
}
