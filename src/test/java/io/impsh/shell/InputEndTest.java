package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedList;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InputEndTest {
    @Test
    void whatIsReadIsReadOnce() {
        Queue<String> keys = new ArrayDeque<>(Arrays.asList("a", "b"));
        assertThat(InputEnd.readUntil(keys::poll)).isEqualTo("a");
        assertThat(keys).containsExactly("b");
    }

    @Test
    void aReadingThatCameBackTooSoonIsNoEnd() {
        Queue<String> keys = new LinkedList<>(Arrays.asList(null, null, "a"));
        assertThat(InputEnd.readUntil(keys::poll)).isEqualTo("a");
    }

    @Test
    void readingsThatWaitedAreNoEndHoweverManyCameBackWithNothing() {
        AtomicLong clock = new AtomicLong();
        Queue<String> keys = new LinkedList<>(Collections.nCopies(100, null));
        keys.add("a");
        assertThat(InputEnd.readUntil(
                        () -> {
                            clock.addAndGet(Duration.ofSeconds(30).toNanos());
                            return keys.poll();
                        },
                        clock::get))
                .isEqualTo("a");
    }

    @Test
    void aClosedTerminalIsTheEndThoughEachReadingTakesAMoment() {
        AtomicLong clock = new AtomicLong();
        assertThat(InputEnd.<String>readUntil(
                        () -> {
                            clock.addAndGet(Duration.ofMillis(110).toNanos());
                            return null;
                        },
                        clock::get))
                .isNull();
    }

    @Test
    void theEndIsTheEnd() {
        AtomicInteger tries = new AtomicInteger();
        assertThat(InputEnd.<String>readUntil(() -> {
                    tries.incrementAndGet();
                    return null;
                }))
                .isNull();
        assertThat(tries).hasValue(10);
    }
}
