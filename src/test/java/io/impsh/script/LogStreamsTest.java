package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.sandbox.SandboxOptions;
import org.junit.jupiter.api.Test;

class LogStreamsTest {
    @Test
    void aStreamThatLosesItsLastDeviceIsOver() {
        try (SandboxSession cloud = SandboxSession.with()
                .sandbox(SandboxOptions.defaults().withoutRateLimit())
                .start()) {
            cloud.run("let s = logs.stream(['thermo-0001', 'thermo-0002'])");
            cloud.run("devices.get('thermo-0001').remove({force: true})");
            cloud.run("devices.get('thermo-0002').remove({force: true})");

            assertThatThrownBy(() -> cloud.session.awaitLogStreams(() -> {}))
                    .hasMessage("the log stream has no device left");

            assertThat(cloud.show("[s.stats().state, logs.streams().length]")).isEqualTo("['closed', 0]");
            assertThat(cloud.io.lines)
                    .containsSubsequence(
                            "! thermo-0001 was dropped from the log stream by the service: it has left the account,"
                                    + " or the stream carries no more devices",
                            "! the log stream of 2 devices is over: it has no device left");
        }
    }
}
