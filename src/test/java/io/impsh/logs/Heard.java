package io.impsh.logs;

import io.impsh.model.LogEntry;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Notes what a {@link StreamSet} tells. */
final class Heard implements StreamSet.Listener {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public void line(LogEntry entry) {
        add("line " + entry.deviceId() + " " + entry.message());
    }

    @Override
    public void live(String deviceId) {
        add("live " + deviceId);
    }

    @Override
    public void notLive(String deviceId) {
        add("notLive " + deviceId);
    }

    @Override
    public void dropped(String deviceId) {
        add("dropped " + deviceId);
    }

    @Override
    public void happened(LogEvent event) {
        add(event instanceof LogEvent.Lost lost ? "lost: " + lost.reason() : event.toString());
    }

    @Override
    public void standing() {
        add("standing");
    }

    @Override
    public void limit(int devicesPerStream) {
        add("limit " + devicesPerStream);
    }

    private synchronized void add(String what) {
        told.add(what);
        notifyAll();
    }

    List<String> told() {
        return List.copyOf(told);
    }

    /** Without the lines and what is said of single devices. */
    List<String> events() {
        return told.stream().filter(Heard::isEvent).toList();
    }

    private static boolean isEvent(String what) {
        return !what.startsWith("line ") && !what.startsWith("live ") && !what.startsWith("notLive ");
    }

    long count(String what) {
        return told.stream().filter(what::equals).count();
    }

    /** Those whose last word was that they are live. */
    Set<String> live() {
        Set<String> live = new HashSet<>();
        for (String what : told) {
            if (what.startsWith("live ")) {
                live.add(what.substring(5));
            } else if (what.startsWith("notLive ")) {
                live.remove(what.substring(8));
            }
        }
        return live;
    }

    void await(String what) throws InterruptedException {
        await(what, 1);
    }

    void await(String what, int times) throws InterruptedException {
        await(() -> count(what) >= times, "no " + what + " (" + times + ")");
    }

    void awaitAny(Predicate<String> what) throws InterruptedException {
        await(() -> told.stream().anyMatch(what), "not told");
    }

    void awaitLive(Set<String> devices) throws InterruptedException {
        await(() -> live().equals(devices), "not " + devices);
    }

    synchronized void await(BooleanSupplier condition, String missing) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(missing + " in " + PATIENCE.toSeconds() + " s, but " + told);
            }
            wait(20);
        }
    }
}
