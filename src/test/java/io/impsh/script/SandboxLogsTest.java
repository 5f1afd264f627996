package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams, callbacks and waiting with the lines of a sandbox. */
@Timeout(60)
class SandboxLogsTest {
    private SandboxSession cloud;

    @BeforeEach
    void start() {
        cloud = SandboxSession.start();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void aRestartIsWaitedFor() {
        cloud.run("d = devices.get('thermo-0001'); d.restart(); e = logs.wait(d, /restart/i, 20)");
        assertThat(cloud.show("[e.device.name, e.type]")).isEqualTo("['thermo-0001', 'status']");
    }

    @Test
    void linesComeOnceAndStoredOnesFirst() {
        cloud.run("sandbox.log('thermo-0001', 'marked 1'); sandbox.log('thermo-0001', 'marked 2')");
        cloud.run("s = logs.stream('thermo-0001', {since: '1h', match: 'marked', limit: 4})");
        cloud.run("sandbox.log('thermo-0001', 'marked 3'); sandbox.log('thermo-0001', 'marked 4')");
        cloud.session.awaitLogStreams(() -> {});
        assertThat(String.join("\n", cloud.io.lines))
                .isEqualTo("thermo-0001 server.log marked 1\nthermo-0001 server.log marked 2\n"
                        + "thermo-0001 server.log marked 3\nthermo-0001 server.log marked 4");
    }

    @Test
    void aStreamGoesOnWithAnotherLogin() {
        cloud.run("s = logs.stream('thermo-0001', {match: 'marked', limit: 2})");
        cloud.run("sandbox.log('thermo-0001', 'marked 1')");
        cloud.io.awaitLines("thermo-0001 server.log marked 1");
        cloud.session.reconnect();
        cloud.run("sandbox.log('thermo-0001', 'marked 2')");
        cloud.session.awaitLogStreams(() -> {});
        assertThat(cloud.io.lines).contains("thermo-0001 server.log marked 2");
    }

    @Test
    void aStreamThatLosesItsLastDeviceIsOver() {
        cloud.run("let s = logs.stream(['thermo-0001', 'thermo-0002'])");
        cloud.run("devices.get('thermo-0001').remove({force: true})");
        cloud.run("devices.get('thermo-0002').remove({force: true})");

        assertThatThrownBy(() -> cloud.session.awaitLogStreams(() -> {}))
                .hasMessageStartingWith("the log stream of 2 devices is over: ");

        assertThat(cloud.show("[s.stats().state, logs.streams().length]")).isEqualTo("['closed', 0]");
        assertThat(cloud.io.lines)
                .anyMatch(line -> line.startsWith("! thermo-0001 is no longer followed: "))
                .anyMatch(line -> line.startsWith("! thermo-0002 is no longer followed: "));
    }

    @Test
    void whyALogIsEmptyIsToldOfOneDeviceAlone() {
        cloud.run("devices.get('thermo-0001').logs({match: 'nobody says so'})");
        assertThat(cloud.io.lines).containsExactly("! no log lines of thermo-0001 match");
        cloud.io.lines.clear();
        cloud.run("devices.limit(3).forEach(device => device.logs({match: 'nobody says so'}))");
        assertThat(cloud.io.lines).isEmpty();
    }
}
