package io.impsh.logs;

import io.impsh.UserException;
import io.impsh.api.CancelledException;
import io.impsh.api.NotFoundException;
import io.impsh.model.Device;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The end of one device's log, where what comes live and what is read from the stored log meet. From a subscription until
 * the stored log was read after it, live lines are held. Whoever follows the device is told in the order of its log, one
 * line after the other.
 *
 * <p>Two locks: the order lock is held while those who follow are told, which may take long; the monitor only for looking
 * and changing, and never while somebody is called.
 */
final class DeviceTail implements Sampler.Source {
    private static final long LOG_MILLISECOND = Duration.ofMillis(2).toNanos();
    /** Until a line that the service keeps has come on the stream, at the latest. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    private enum Mode {
        NEW,
        FILLING,
        LIVE,
        SAMPLED,
        GONE
    }

    private final TailCare care;
    private final ReentrantLock order = new ReentrantLock();
    private volatile Device device;
    private volatile List<TailReader> readers = List.of();
    private volatile Mode mode = Mode.NEW;
    private volatile Instant checkedAt;
    private volatile boolean isLogGone;
    private volatile boolean isAway;
    private final HeldLines held = new HeldLines();
    /** Grows with each wish for a reading that has not begun yet. */
    private int wanted;

    private boolean isLookWanted;
    /** Whether it became live without having been sampled before, and has not been read since. */
    private boolean wasNew;

    private long subscribedAt;
    private long lastHeardAt = System.nanoTime();
    /** By the service's clock: all lines until then were seen. Only changed in the order lock. */
    private Instant completeUntil;

    DeviceTail(Device device, TailCare care) {
        this.device = device;
        this.care = care;
    }

    Device device() {
        return device;
    }

    void device(Device present) {
        device = present;
    }

    List<TailReader> readers() {
        return readers;
    }

    boolean isLive() {
        return mode == Mode.FILLING || mode == Mode.LIVE;
    }

    boolean isSampled() {
        return mode == Mode.SAMPLED || mode == Mode.NEW;
    }

    boolean isFilling() {
        return mode == Mode.FILLING;
    }

    /** Whether its stream was lost, and what was missed has not been read yet. */
    boolean isAway() {
        return isAway;
    }

    /** Whether what was missed when its stream was lost is still to be read, the streams standing since then. */
    boolean isBehind(Instant stoodAt) {
        Instant checked = checkedAt;
        return isAway && (mode == Mode.FILLING || checked == null || checked.isBefore(stoodAt));
    }

    void isBack() {
        isAway = false;
    }

    /** When all its lines were known last, by this machine's clock; {@code null} for never. */
    Instant checkedAt() {
        return mode == Mode.LIVE ? Instant.now() : checkedAt;
    }

    void attach(TailReader reader) {
        Mode present;
        synchronized (this) {
            List<TailReader> more = new ArrayList<>(readers);
            more.add(reader);
            readers = List.copyOf(more);
            present = mode;
            if (!reader.isFromNow() || readers.size() == 1) {
                wanted++;
                if (mode == Mode.LIVE) {
                    beginFilling();
                }
                subscribedAt = System.nanoTime();
            }
        }
        if (present != Mode.NEW) {
            care.readNow(this, present == Mode.LIVE || present == Mode.FILLING || !reader.isFromNow());
        }
    }

    /** @return whether nobody is left */
    synchronized boolean detach(TailReader reader) {
        reader.stop();
        readers = readers.stream().filter(other -> other != reader).toList();
        return readers.isEmpty();
    }

    private void beginFilling() {
        mode = Mode.FILLING;
        subscribedAt = System.nanoTime();
        care.fillBegins();
    }

    private void leaveFilling(Mode next) {
        boolean wasFilling = mode == Mode.FILLING;
        wasNew = false;
        mode = next;
        if (wasFilling) {
            care.fillEnds();
        }
    }

    /** It is on a stream from now on: every line comes. */
    void live() {
        synchronized (this) {
            if (mode == Mode.GONE) {
                return;
            }
            becomeLive();
        }
        care.readNow(this, true);
    }

    private void becomeLive() {
        wasNew |= mode == Mode.NEW;
        wanted++;
        lastHeardAt = System.nanoTime();
        if (mode == Mode.FILLING) {
            subscribedAt = System.nanoTime();
        } else {
            beginFilling();
        }
    }

    /** It is on no stream: to be sampled. */
    void notLive() {
        synchronized (this) {
            if (mode == Mode.GONE || mode == Mode.SAMPLED) {
                return;
            }
            becomeSampled();
        }
        care.readNow(this, isAwaited());
    }

    private void becomeSampled() {
        isAway = mode != Mode.NEW;
        checkedAt = mode == Mode.LIVE ? Instant.now() : checkedAt;
        leaveFilling(Mode.SAMPLED);
    }

    /** Whether somebody waits for stored lines who has been told none yet. */
    private boolean isAwaited() {
        return readers.stream().anyMatch(reader -> !reader.isFromNow() && !reader.hasBegun());
    }

    /** For a device about which nothing was told, such as one that was followed a moment ago and is live still. */
    void unlessTold(boolean isLive) {
        synchronized (this) {
            if (mode != Mode.NEW) {
                return;
            }
            if (isLive) {
                becomeLive();
            } else {
                becomeSampled();
            }
        }
        care.readNow(this, isLive || isAwaited());
    }

    /** Where devices have no logs the service has none of before either. */
    private static boolean hasTold(List<TailReader> readers) {
        return readers.stream().anyMatch(TailReader::hasTold);
    }

    /** Since when its lines are not known; {@code null} if all of them are, or none ever was. */
    Instant unreadSince() {
        return mode == Mode.LIVE && !isLogGone ? null : checkedAt;
    }

    /** What came live and waits for the stored log is told: that cannot be read any more. */
    void leaves() {
        giveUp("it left before its stored log was read");
    }

    void close() {
        synchronized (this) {
            leaveFilling(Mode.GONE);
            held.clear();
        }
        care.forget(this);
    }

    void line(LogEntry entry) {
        if (isFull()) {
            giveUp("more lines came than could be held until it was read");
        }
        if (isHeld(entry)) {
            return;
        }
        order.lock();
        try {
            tellLive(entry);
        } finally {
            order.unlock();
        }
    }

    /** Waiting would hold up the other devices of the stream, and so many lines later the service hardly keeps the older ones. */
    private synchronized boolean isFull() {
        return mode == Mode.FILLING && held.isFull();
    }

    private synchronized boolean isHeld(LogEntry entry) {
        lastHeardAt = System.nanoTime();
        if (mode == Mode.FILLING || !held.isEmpty()) {
            held.add(entry);
            return true;
        }
        return mode == Mode.GONE;
    }

    private void tellLive(LogEntry entry) {
        for (TailReader reader : begun(readers)) {
            reader.live(this, entry);
        }
        if (entry.time() != null && (completeUntil == null || entry.time().isAfter(completeUntil))) {
            completeUntil = entry.time();
        }
    }

    private List<TailReader> begun(List<TailReader> present) {
        for (TailReader reader : present) {
            if (!reader.hasBegun()) {
                reader.begin(readers.stream()
                        .filter(TailReader::hasBegun)
                        .findFirst()
                        .orElse(null));
            }
        }
        return present;
    }

    /** Whether it is live and has not said anything for so long. */
    synchronized boolean isSilentFor(Duration time) {
        return mode == Mode.LIVE && System.nanoTime() - lastHeardAt > time.toNanos();
    }

    /** The stored log is read once, though it is live. */
    void look() {
        synchronized (this) {
            isLookWanted = true;
            lastHeardAt = System.nanoTime();
        }
        care.readNow(this, false);
    }

    /** What one reading is for. */
    private record Purpose(List<TailReader> readers, int wanted, Mode mode, boolean isFirst) {
        Instant from() {
            return readers.stream()
                    .map(TailReader::settled)
                    .min(Instant::compareTo)
                    .orElseThrow();
        }
    }

    @Override
    public long read() {
        Purpose purpose = purpose();
        if (purpose == null) {
            return Sampler.NEVER;
        }
        awaitLogMillisecond();
        Instant sentAt = Instant.now();
        Instant serviceTime = care.earliestServiceTime();
        try {
            StoredLog log = care.storedLog(device.id());
            StoredLog.Reading reading = purpose.isFirst() ? log.newest(purpose.from()) : log.read(purpose.from());
            tellStored(purpose, reading, serviceTime);
            if (purpose.mode() != Mode.LIVE) {
                isLogGone = reading.newestFirst().isEmpty() && hasTold(purpose.readers());
            }
            checkedAt = isLogGone ? checkedAt : sentAt;
        } catch (CancelledException closed) {
            return Sampler.NEVER;
        } catch (UserException failure) {
            if (failure instanceof NotFoundException) {
                care.isMissing(this);
            }
            return failed(failure);
        }
        return next(purpose);
    }

    private synchronized Purpose purpose() {
        boolean isIdle = mode == Mode.GONE || mode == Mode.LIVE && !isLookWanted;
        isLookWanted = false;
        return isIdle || readers.isEmpty() ? null : new Purpose(readers, wanted, mode, isFirst());
    }

    /** Whether nothing from before the subscription was promised to anybody: then that is not worth reading for long. */
    private boolean isFirst() {
        return wasNew && readers.stream().allMatch(reader -> reader.isFromNow() && !reader.hasBegun());
    }

    /** Lines of the millisecond of the subscription may have come before it: it must be over when the log is read. */
    private void awaitLogMillisecond() {
        for (long left = untilReadable(); left > 0; left = untilReadable()) {
            LockSupport.parkNanos(left);
        }
    }

    private synchronized long untilReadable() {
        return mode == Mode.FILLING ? LOG_MILLISECOND - (System.nanoTime() - subscribedAt) : 0;
    }

    private void tellStored(Purpose purpose, StoredLog.Reading reading, Instant serviceTime) {
        order.lock();
        try {
            boolean alsoLive = purpose.mode() != Mode.SAMPLED || hasHeld();
            tellHeldBefore(purpose, reading);
            boolean isOverdue = false;
            for (TailReader reader : begun(purpose.readers())) {
                Instant oldest = reader.stored(this, reading, alsoLive);
                isOverdue |= oldest != null && oldest.isBefore(serviceTime.minus(ON_ITS_WAY));
            }
            completeUntil = serviceTime;
            tellHeld(purpose.wanted());
            if (purpose.mode() == Mode.LIVE && isOverdue) {
                care.renew(this);
            }
        } finally {
            order.unlock();
        }
    }

    private void tellHeldBefore(Purpose purpose, StoredLog.Reading reading) {
        List<LogEntry> before = takeHeldBefore(reading, purpose.wanted());
        Instant oldest = before.isEmpty() ? reading.oldest() : before.get(0).time();
        if (!purpose.isFirst()) {
            begun(purpose.readers()).forEach(reader -> reader.nameGap(this, reading, oldest, completeUntil));
        }
        before.forEach(this::tellLive);
    }

    private synchronized boolean hasHeld() {
        return !held.isEmpty() || mode == Mode.FILLING || mode == Mode.LIVE;
    }

    /** Those that came live since what was read, unless something else is to be read before. */
    private void tellHeld(int read) {
        for (List<LogEntry> batch = takeHeld(read); batch != null; batch = takeHeld(read)) {
            batch.forEach(this::tellLive);
        }
    }

    /** Live lines that the service has dropped meanwhile come before those that it keeps. */
    private synchronized List<LogEntry> takeHeldBefore(StoredLog.Reading reading, int read) {
        Instant oldest = reading.oldest();
        return reading.toEnd() && read == wanted && oldest != null ? held.takeBefore(oldest) : List.of();
    }

    /** {@code null} when nothing is left to tell; then what comes is told at once. */
    private synchronized List<LogEntry> takeHeld(int read) {
        if (read != wanted) {
            return null;
        }
        if (held.isEmpty()) {
            if (mode == Mode.FILLING) {
                isAway = false;
                leaveFilling(Mode.LIVE);
            }
            return null;
        }
        return held.take();
    }

    private synchronized long next(Purpose purpose) {
        if (mode == Mode.LIVE || mode == Mode.GONE) {
            return Sampler.NEVER;
        }
        return purpose.wanted() == wanted ? care.pace().sampleEvery().toNanos() : 0;
    }

    private long failed(UserException failure) {
        boolean isFilling;
        synchronized (this) {
            isFilling = mode == Mode.FILLING;
            long tried = System.nanoTime() - subscribedAt;
            if (isFilling && tried < care.pace().fillPatience().toNanos()) {
                return care.pace().retryAfter().toNanos();
            }
        }
        if (isFilling) {
            giveUp("its stored log cannot be read: " + failure.getMessage());
            return Sampler.NEVER;
        }
        return Math.max(
                care.pace().sampleEvery().toNanos(), care.pace().retryAfter().toNanos());
    }

    /** Live lines go on, after a gap that is named. */
    private void giveUp(String reason) {
        order.lock();
        try {
            Instant to;
            int now;
            boolean isFirst;
            synchronized (this) {
                if (mode != Mode.FILLING) {
                    // It has been read after all.
                    return;
                }
                to = held.begin();
                now = wanted;
                isFirst = isFirst();
            }
            for (TailReader reader : begun(readers)) {
                if (!isFirst) {
                    reader.gap(this, to, reason);
                }
                reader.skipTo(to == null ? care.earliestServiceTime() : to);
            }
            tellHeld(now);
        } finally {
            order.unlock();
        }
    }
}
