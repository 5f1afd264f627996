package io.impsh.script;

import io.impsh.script.LogGatherer.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Puts what was gathered in its order: by time, but the lines of a device as they came, and an error in one piece with the
 * lines of its stack. As these are entries of their own, an error waits a moment for more of them. Notices stay where they
 * came.
 */
final class LogOrder {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
    private static final int LONGEST_RUN = 100;
    private static final int MOST_HELD = 2_000;

    private final List<Item> held = new ArrayList<>();

    /** A line, or an error with its stack. */
    private static final class Run {
        private final Item first;
        private final Instant time;
        private List<Item> stack = List.of();

        Run(Item first, Instant time) {
            this.first = first;
            this.time = time;
        }

        boolean takes(LogLine line) {
            LogLine last =
                    stack.isEmpty() ? first.line() : stack.get(stack.size() - 1).line();
            return stack.size() < LONGEST_RUN && line.continues(last);
        }

        void add(Item item) {
            stack = stack.isEmpty() ? new ArrayList<>() : stack;
            stack.add(item);
        }

        void addTo(List<Item> items) {
            items.add(first);
            items.addAll(stack);
        }
    }

    /** Two streams may show the same device, each in its own way. */
    private record Viewed(String deviceId, LogLook look) {}

    /** How many lines wait for what follows them. */
    int held() {
        return held.size();
    }

    /** How long from now until one of these has waited long enough. */
    long nanosLeft(long now) {
        return held.stream().mapToLong(item -> left(item, now)).min().orElse(PATIENCE_NANOS);
    }

    private static long left(Item item, long now) {
        return item.cameAt() + PATIENCE_NANOS - now;
    }

    /**
     * What is to be printed now, in order.
     *
     * @param come since it was asked before
     * @param all nothing waits any longer
     */
    List<Item> ready(List<Item> come, boolean all, long now) {
        List<Item> items = new ArrayList<>(held);
        items.addAll(come);
        held.clear();
        List<Item> ready = new ArrayList<>(items.size());
        List<Run> runs = new ArrayList<>();
        Map<Object, Run> last = new HashMap<>();
        Instant latest = Instant.MIN;
        for (Item item : items) {
            if (item.line() == null) {
                release(runs, ready);
                last.clear();
                ready.add(item);
                continue;
            }
            latest = add(item, runs, last, latest);
        }
        if (!all) {
            hold(runs, last, now);
        }
        release(runs, ready);
        return ready;
    }

    private static Instant add(Item item, List<Run> runs, Map<Object, Run> last, Instant latest) {
        Object device = device(item.line());
        Run before = last.get(device);
        if (before != null && before.takes(item.line())) {
            before.add(item);
            return latest;
        }
        Instant own = item.line().entry().time();
        Instant time = own == null ? latest : own;
        Run run = new Run(item, before != null && before.time.isAfter(time) ? before.time : time);
        last.put(device, run);
        runs.add(run);
        return run.time;
    }

    private static Object device(LogLine line) {
        String id = line.entry().deviceId();
        return line.look() == LogLook.USUAL ? id : new Viewed(id, line.look());
    }

    private void hold(List<Run> runs, Map<Object, Run> last, long now) {
        List<Run> waiting = last.values().stream()
                .filter(run -> run.first.line().isError() && left(run.first, now) > 0)
                .toList();
        if (waiting.stream().mapToInt(run -> 1 + run.stack.size()).sum() <= MOST_HELD) {
            waiting.forEach(run -> run.addTo(held));
            runs.removeAll(new HashSet<>(waiting));
        }
    }

    private static void release(List<Run> runs, List<Item> to) {
        runs.sort(Comparator.comparing(run -> run.time));
        runs.forEach(run -> run.addTo(to));
        runs.clear();
    }
}
