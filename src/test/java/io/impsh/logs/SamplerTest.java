package io.impsh.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SamplerTest {
    private final Sampler sampler = new Sampler();

    @AfterEach
    void close() {
        sampler.close();
    }

    /** Both are asked for while the one worker that there is by then has just been woken. */
    @Test
    void aReadingThatTakesLongHoldsUpNoOther() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        sampler.now(reading(first), false);
        first.await();
        for (int round = 0; round < 3; round++) {
            CountDownLatch both = new CountDownLatch(2);
            sampler.now(waitingReading(both), false);
            sampler.now(waitingReading(both), false);
            assertThat(both.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatIsAskedForWhileItIsReadIsReadOnceMore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch twice = new CountDownLatch(2);
        Sampler.Source source = () -> {
            begun.countDown();
            await(goOn);
            twice.countDown();
            return Sampler.NEVER;
        };
        sampler.now(source, false);
        begun.await();
        sampler.now(source, true);
        sampler.now(source, false);
        goOn.countDown();

        assertThat(twice.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private static Sampler.Source reading(CountDownLatch done) {
        return () -> {
            done.countDown();
            return Sampler.NEVER;
        };
    }

    /** Goes on when all of them are under way. */
    private static Sampler.Source waitingReading(CountDownLatch all) {
        return () -> {
            all.countDown();
            await(all);
            return Sampler.NEVER;
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }
}
