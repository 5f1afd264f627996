package io.impsh.bulk;

import io.impsh.model.EntityRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Items that go into one request: same change, same group that they come from.
 *
 * @param lost how many answers about exactly these items were lost in a row
 * @param lastWords what came of sending them before, or {@code null} if they were never sent
 * @param since the earliest that the service's clock can have shown when they were sent first, or {@code null}
 */
record Batch(List<PlanItem> items, int lost, String lastWords, Instant since) {
    /** The service takes this many devices in a request. */
    static final int LIMIT = 100;

    /** In the order in which their first items occur. */
    static List<Batch> of(List<PlanItem> items) {
        Map<Object, List<PlanItem>> alike = new LinkedHashMap<>();
        for (PlanItem item : items) {
            alike.computeIfAbsent(key(item), key -> new ArrayList<>()).add(item);
        }
        List<Batch> batches = new ArrayList<>();
        alike.values().forEach(same -> batches.addAll(cut(same, LIMIT, null)));
        return batches;
    }

    /** Of ids, not of the whole group: its hash would be the dearest part of a large run. */
    private static Object key(PlanItem item) {
        String from = item.from() == null ? null : item.from().id();
        if (item.change() instanceof Change.Assign assign) {
            return Arrays.asList("assign", from, assign.to().id());
        }
        if (item.change() instanceof Change.Unassign unassign) {
            return Arrays.asList("unassign", from, unassign.unbondKey().value());
        }
        return item.target();
    }

    private static List<Batch> cut(List<PlanItem> items, int size, String lastWords) {
        List<Batch> batches = new ArrayList<>();
        for (int start = 0; start < items.size(); start += size) {
            int end = Math.min(start + size, items.size());
            batches.add(new Batch(List.copyOf(items.subList(start, end)), 0, lastWords, null));
        }
        return batches;
    }

    Change change() {
        return items.get(0).change();
    }

    EntityRef from() {
        return items.get(0).from();
    }

    List<String> ids() {
        return items.stream().map(item -> item.target().id()).toList();
    }

    /** What is left of it after a refusal, in pieces of at most half its size. */
    List<Batch> halves(List<PlanItem> rest, String words) {
        return cut(rest, (items.size() + 1) / 2, words);
    }

    Batch afterLoss(List<PlanItem> rest, String words) {
        return new Batch(rest, rest.size() < items.size() ? 1 : lost + 1, words, since);
    }

    /** The same, about to be sent. What was sent before keeps its time: an earlier request may arrive late. */
    Batch sentAt(Instant now) {
        return since == null ? new Batch(items, lost, lastWords, now) : this;
    }

    /** Whether it makes something new, so that sending it twice makes two. */
    boolean creates() {
        return change() instanceof Change.Copy || change() instanceof Change.CreateWebhook;
    }
}
