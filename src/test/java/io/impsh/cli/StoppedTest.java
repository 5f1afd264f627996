package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.CancelledException;
import io.impsh.bulk.Report;
import io.impsh.bulk.SampleJournals;
import io.impsh.script.WarmEngine;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoppedTest {
    private static final Report LEFT = SampleJournals.report("asked to stop", 9, 0, 0, 3);
    private static final Report DONE = SampleJournals.report("asked to stop", 12, 0, 0, 0);
    private static final String HOW = "stopped: 9 done, 3 not started; resume with: impsh apply 7f3a";

    private static String told(int code, Report report, String... options) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        CommandContext context = new CommandContext(
                OptionReader.read(options).options(),
                Streams.of(InputStream.nullInputStream(), OutputStream.nullOutputStream(), err),
                new Interrupts(unused -> {}),
                Map.of(),
                WarmEngine::begin);
        new Stopped(context, code, List.of(report)).tell(new CancelledException());
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aSignalSaysHowToResume() {
        assertThat(told(ExitCode.TERMINATED, LEFT)).isEqualTo("impsh: " + HOW + "\n");
    }

    @Test
    void whereNothingIsLeftItWasCancelled() {
        assertThat(told(ExitCode.INTERRUPTED, DONE)).isEqualTo("impsh: cancelled\n");
    }

    @Test
    void aTimeoutIsNamedBesides() {
        assertThat(told(ExitCode.TIMEOUT, LEFT, "--timeout", "5s"))
                .isEqualTo("impsh: gave up after 5s (--timeout)\nimpsh: " + HOW + "\n");
        assertThat(told(ExitCode.TIMEOUT, DONE, "--timeout", "5s")).isEqualTo("impsh: gave up after 5s (--timeout)\n");
    }

    @Test
    void inJsonAllIsOneObject() {
        assertThat(told(ExitCode.HUNG_UP, LEFT, "-o", "json"))
                .isEqualTo("{\"error\":{\"code\":\"STOPPED\",\"message\":\"" + HOW + "\",\"hint\":null}}\n");
        assertThat(told(ExitCode.TIMEOUT, LEFT, "-o", "json", "--timeout", "5s"))
                .isEqualTo("{\"error\":{\"code\":\"TIMEOUT\",\"message\":\"gave up after 5s (--timeout); " + HOW
                        + "\",\"hint\":null}}\n");
    }
}
