package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WriteLockTest {
    private long nanos;
    private Instant time = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void endsByItselfByTheSteadyClock() {
        WriteLock lock = production();
        assertThat(lock.isLocked()).isTrue();
        lock.unlockFor(Duration.ofMinutes(15));
        nanos += Duration.ofMinutes(14).toNanos();
        assertThat(lock.isLocked()).isFalse();
        assertThat(lock.remaining()).isEqualTo(Duration.ofMinutes(1));
        nanos += Duration.ofMinutes(1).toNanos();
        assertThat(lock.isLocked()).isTrue();
        assertThat(lock.unlockedUntil()).isNull();
        assertThat(lock.remaining()).isNull();
    }

    @Test
    void endsByItselfByTheWallClockAfterAMachineHasSlept() {
        WriteLock lock = production();
        lock.unlockFor(Duration.ofMinutes(15));
        time = time.plus(Duration.ofHours(1));
        assertThat(lock.isLocked()).isTrue();
        time = time.minus(Duration.ofHours(1));
        assertThat(lock.isLocked()).as("once it has ended").isTrue();
    }

    @Test
    void aLaterWordReplacesTheEarlierOne() {
        WriteLock lock = production();
        lock.unlockFor(Duration.ofHours(2));
        lock.unlockFor(Duration.ofMinutes(1));
        assertThat(lock.unlockedUntil()).isEqualTo("2026-01-02T03:05:05Z");
        lock.unlock();
        assertThat(lock.isOpened()).isTrue();
        assertThat(lock.unlockedUntil()).isNull();
        lock.lock();
        assertThat(lock.isLocked()).isTrue();
    }

    @Test
    void whatIsReadOnlyForGoodStaysIt() {
        WriteLock lock = new WriteLock(WriteLock.Kind.READ_ONLY);
        lock.unlock();
        lock.unlockFor(Duration.ofHours(1));
        assertThat(lock.isLocked()).isTrue();
        assertThat(lock.isOpened()).isFalse();
        assertThat(lock.unlockedUntil()).isNull();
    }

    private WriteLock production() {
        return new WriteLock(WriteLock.Kind.PRODUCTION, () -> nanos, () -> time);
    }
}
