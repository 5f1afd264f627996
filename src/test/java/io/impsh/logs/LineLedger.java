package io.impsh.logs;

import io.impsh.model.Device;
import io.impsh.model.LogEntry;
import io.impsh.sandbox.SandboxRecord.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A follower that keeps account of what it was told, and compares it with what was logged: which lines are missing,
 * doubled, out of order, or were never logged.
 */
final class LineLedger implements LogFollower {
    private final Function<String, List<Line>> logged;
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final List<LogEvent> events = new ArrayList<>();

    /** @param logged gives what a device logged, oldest first; is asked for device ids */
    LineLedger(Function<String, List<Line>> logged) {
        this.logged = logged;
    }

    /** A line that was told, and when. */
    private record Told(Line line, long at) {}

    /** What was told of one device. */
    private static final class Account {
        private final List<Told> told = new ArrayList<>();
        private int tellers;
        private boolean crowded;

        synchronized void begin() {
            tellers++;
            crowded |= tellers > 1;
        }

        synchronized void add(Line line) {
            told.add(new Told(line, System.currentTimeMillis()));
        }

        synchronized void end() {
            tellers--;
        }

        synchronized List<Told> told() {
            return List.copyOf(told);
        }

        synchronized boolean wasCrowded() {
            return crowded;
        }
    }

    @Override
    public void line(Device device, LogEntry entry) {
        Account account = account(device.id());
        account.begin();
        long time = entry.time() == null ? 0 : entry.time().toEpochMilli();
        account.add(new Line(time, entry.type(), entry.message()));
        account.end();
    }

    /** Something that takes its time. */
    interface Work {
        void run() throws InterruptedException;
    }

    /** Is busy with a line of a device meanwhile. */
    void whileTelling(Device device, Work work) {
        Account account = account(device.id());
        account.begin();
        try {
            work.run();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            account.end();
        }
    }

    @Override
    public void happened(LogEvent event) {
        synchronized (events) {
            events.add(event);
        }
    }

    private Account account(String deviceId) {
        return accounts.computeIfAbsent(deviceId, none -> new Account());
    }

    List<LogEvent> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    <T extends LogEvent> List<T> events(Class<T> kind) {
        return events().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The texts that were told of a device, in that order. */
    List<String> texts(String deviceId) {
        return account(deviceId).told().stream()
                .map(told -> told.line().message())
                .toList();
    }

    /** How many lines were told. */
    long lines() {
        return accounts.values().stream()
                .mapToLong(account -> account.told().size())
                .sum();
    }

    /** How long the line took that took longest from being logged to being told, in milliseconds. */
    long slowest() {
        return accounts.values().stream()
                .flatMap(account -> account.told().stream())
                .mapToLong(told -> told.at() - told.line().time())
                .max()
                .orElse(0);
    }

    /**
     * What is wrong, one text for each thing, none if all is well.
     *
     * @param from how many lines of each device may be missing at the beginning, as they were logged before it was
     *     followed; of these, too, none may be missing behind one that was told
     * @param to how many lines of each device should have been told, as they were logged by now
     */
    List<String> faults(Collection<String> deviceIds, Map<String, Integer> from, Map<String, Integer> to) {
        List<String> faults = new ArrayList<>();
        for (String device : deviceIds) {
            Account account = account(device);
            if (account.wasCrowded()) {
                faults.add(device + ": two threads told of it at the same time");
            }
            List<Line> told = account.told().stream().map(Told::line).toList();
            Comparison comparison = new Comparison(logged.apply(device), told);
            comparison.wrong().forEach(fault -> faults.add(device + ": " + fault));
            comparison.missing(from.getOrDefault(device, 0), to.getOrDefault(device, 0)).stream()
                    .filter(line -> !isInAGap(device, line))
                    .forEach(line -> faults.add(device + ": missing " + Comparison.text(line)));
        }
        return faults;
    }

    /** How many lines are missing that a gap covers. */
    long inGaps(Collection<String> deviceIds, Map<String, Integer> from, Map<String, Integer> to) {
        return deviceIds.stream()
                .mapToLong(device -> new Comparison(
                                logged.apply(device),
                                account(device).told().stream().map(Told::line).toList())
                        .missing(from.getOrDefault(device, 0), to.getOrDefault(device, 0)).stream()
                                .filter(line -> isInAGap(device, line))
                                .count())
                .sum();
    }

    private boolean isInAGap(String device, Line line) {
        Instant time = Instant.ofEpochMilli(line.time());
        return events(LogEvent.Gap.class).stream()
                        .filter(gap -> gap.device().id().equals(device))
                        .anyMatch(gap -> (gap.from() == null || !time.isBefore(gap.from()))
                                && (gap.to() == null || !time.isAfter(gap.to())))
                || events(LogEvent.Left.class).stream()
                        .filter(left -> left.device().id().equals(device) && left.unreadSince() != null)
                        .anyMatch(left -> !time.isBefore(left.unreadSince()));
    }
}
