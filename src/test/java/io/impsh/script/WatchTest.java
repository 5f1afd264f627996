package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WatchTest {
    private final SandboxSession cloud = SandboxSession.start();

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void eachRoundIsPrintedWholeWhereNothingCanBeDrawnAgain() {
        assertThat(cloud.show("n = 0; watch(() => ++n, 0.2, {times: 3})")).isNull();
        assertThat(cloud.io.lines).containsExactly("1", "", "2", "", "3");
        assertThat(cloud.show("_")).isEqualTo("3");
    }

    @Test
    void anInterruptEndsItWithTheLastResult() {
        AtomicReference<Interruption> did = new AtomicReference<>();
        cloud.io.onPrint(() -> did.compareAndSet(null, cloud.session.interrupt()));
        assertThat(cloud.show("let kept = 1; x = watch(() => 'a' + kept, 3600); x + '!'"))
                .isEqualTo("a1!");
        assertThat(did.get()).isEqualTo(Interruption.ENDING);
        assertThat(cloud.io.lines).containsExactly("a1");
        assertThat(cloud.show("kept")).isEqualTo("1");
    }

    @Test
    void whatGoesOnAfterItIsInterruptedAsEver() {
        cloud.io.onPrint(() -> cloud.session.interrupt());
        assertThat(cloud.failure("watch(() => 'a', 3600); print('b'); for (;;);"))
                .isEqualTo("CANCELLED: cancelled");
        assertThat(cloud.show("1 + 1")).isEqualTo("2");
    }

    @Test
    void anErrorOfTheFunctionEndsIt() {
        assertThat(cloud.failure("watch(() => nothing.here, 1)")).startsWith("SCRIPT_ERROR: nothing is not defined");
    }

    @Test
    void wrongArgumentsAreTold() {
        assertThat(cloud.failure("watch(1)")).startsWith("USAGE: watch: fn must be a function, not 1");
        assertThat(cloud.failure("watch(() => 1, 0)"))
                .startsWith("USAGE: watch: seconds must be a number of seconds from 0.2 to 86400, not 0");
        assertThat(cloud.failure("watch(() => 1, 1, {times: 0})"))
                .startsWith("USAGE: watch: times must be a whole number from 1 on, not 0");
        assertThat(cloud.failure("watch(() => watch(() => 1), 1)")).startsWith("USAGE: a watch cannot be watched");
    }
}
