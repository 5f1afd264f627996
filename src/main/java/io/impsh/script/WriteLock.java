package io.impsh.script;

import io.impsh.UserException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;

/**
 * Whether this session may change anything now; every write asks. A production profile is locked until somebody unlocks
 * it for a while; what is read-only because it was started so stays it. Never stored. Safe for use by several threads.
 */
public final class WriteLock {
    /** Longer ones are forgotten about. */
    public static final Duration LONGEST = Duration.ofHours(8);

    /** Where and when somebody can do something about a lock. */
    public enum Kind {
        /** Nothing is locked. */
        NONE,
        /** Locked until {@link WriteLock#unlockFor}. */
        PRODUCTION,
        /** As {@link #PRODUCTION}, but in a program, where nobody can unlock it. */
        PRODUCTION_PROGRAM,
        /** Locked for good. */
        READ_ONLY,
        /** As {@link #READ_ONLY}; applying a plan says which one is wanted. The client keeps writes back, too. */
        PLANNING
    }

    private final Kind kind;
    private final LongSupplier nanos;
    private final InstantSource time;
    private boolean unlocked;
    /** {@code null} while unlocked without an end. */
    private Instant end;

    private long endNanos;

    public WriteLock(Kind kind) {
        this(kind, System::nanoTime, InstantSource.system());
    }

    /**
     * Goes by two clocks, whichever ends first: one that nobody can set back, and one that does not stand still while
     * the machine sleeps.
     */
    public WriteLock(Kind kind, LongSupplier nanos, InstantSource time) {
        this.kind = kind;
        this.nanos = nanos;
        this.time = time;
    }

    public Kind kind() {
        return kind;
    }

    public synchronized boolean isLocked() {
        return switch (kind) {
            case NONE -> false;
            case READ_ONLY, PLANNING -> true;
            case PRODUCTION, PRODUCTION_PROGRAM -> !isUnlocked();
        };
    }

    private boolean isUnlocked() {
        if (unlocked && end != null && left().isZero()) {
            lock();
        }
        return unlocked;
    }

    /** Allows changes for that long from now, whatever was said before. Only for {@link Kind#PRODUCTION}. */
    public synchronized void unlockFor(Duration duration) {
        unlocked = true;
        endNanos = nanos.getAsLong() + duration.toNanos();
        end = time.instant().plus(duration);
    }

    /** Allows changes as long as this session lives, as {@code --unlock} does. */
    public synchronized void unlock() {
        unlocked = true;
        end = null;
    }

    /** Refuses changes again. What has begun goes on. */
    public synchronized void lock() {
        unlocked = false;
        end = null;
    }

    /** When it locks by itself; {@code null} when it is locked, or does not. */
    public synchronized Instant unlockedUntil() {
        return isOpened() && end != null ? end.truncatedTo(ChronoUnit.SECONDS) : null;
    }

    /** Whether changes are allowed only because somebody unlocked it. */
    public synchronized boolean isOpened() {
        return (kind == Kind.PRODUCTION || kind == Kind.PRODUCTION_PROGRAM) && isUnlocked();
    }

    /** Until it locks by itself; {@code null} as {@link #unlockedUntil} is. */
    public synchronized Duration remaining() {
        return unlockedUntil() == null ? null : left();
    }

    private Duration left() {
        Duration steady = Duration.ofNanos(endNanos - nanos.getAsLong());
        Duration wall = Duration.between(time.instant(), end);
        Duration shorter = steady.compareTo(wall) < 0 ? steady : wall;
        return shorter.isNegative() ? Duration.ZERO : shorter;
    }

    /** @throws UserException with code {@code READ_ONLY} while it is locked */
    void check(String profile) {
        if (kind == Kind.PLANNING) {
            throw new UserException(
                    "READ_ONLY",
                    "impsh plan changes nothing, and this is no plan; nothing was changed",
                    "impsh run runs scripts, and -e evaluates expressions");
        }
        if (isLocked()) {
            throw new UserException(
                    "READ_ONLY", "the profile " + profile + " is read-only; nothing was changed", nextStep());
        }
    }

    private String nextStep() {
        return switch (kind) {
            case PRODUCTION -> ".unlock 15m allows changes for 15 minutes";
            case PRODUCTION_PROGRAM -> "--unlock allows changes";
            default -> "start without --read-only to change something";
        };
    }
}
