package io.impsh.logs;

import io.impsh.UserException;
import io.impsh.api.LogPage;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One device's log at the service, by a clock of its own, and what its tail asks for. Nothing happens by itself. */
final class FakeCare implements TailCare {
    static final Instant START = Instant.parse("2024-03-05T09:20:30Z");
    static final String DEVICE = "23a1b2c3d4e5f607";

    final List<LogEntry> log = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    Instant now = START;
    int kept = Integer.MAX_VALUE;
    int pageSize = 100;
    Duration patience = Duration.ofMinutes(2);
    Runnable beforePage = () -> {};
    int failures;
    int pages;
    int filling;

    LogEntry entry(String text) {
        return new LogEntry(DEVICE, now, "development", "server.log", text);
    }

    LogEntry logged(String text) {
        LogEntry entry = entry(text);
        log.add(entry);
        if (log.size() > kept) {
            log.remove(0);
        }
        return entry;
    }

    void pass(long millis) {
        now = now.plusMillis(millis);
    }

    private LogPage page(int number, int size) {
        pages++;
        beforePage.run();
        if (failures > 0) {
            failures--;
            throw new UserException("UNREACHABLE", "the network is down", null);
        }
        List<LogEntry> entries = new ArrayList<>();
        int begin = log.size() - 1 - (number - 1) * size;
        for (int i = begin; i > begin - size && i >= 0; i--) {
            entries.add(log.get(i));
        }
        return new LogPage(entries, begin - size < 0);
    }

    @Override
    public StoredLog storedLog(String deviceId) {
        return new StoredLog(this::page, pageSize);
    }

    @Override
    public void readNow(DeviceTail tail, boolean urgent) {
        asked.add(urgent ? "read at once" : "read");
    }

    @Override
    public void forget(DeviceTail tail) {
        asked.add("forget");
    }

    @Override
    public Instant earliestServiceTime() {
        return now;
    }

    @Override
    public void isMissing(DeviceTail tail) {
        asked.add("missing");
    }

    @Override
    public void renew(DeviceTail tail) {
        asked.add("renew");
    }

    @Override
    public void fillBegins() {
        filling++;
    }

    @Override
    public void fillEnds() {
        filling--;
    }

    @Override
    public Pace pace() {
        return new Pace(
                Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(2), patience, Duration.ofSeconds(1));
    }
}
