package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shells that share a stored login which has to be renewed; the trace tells who asked the service for a token. */
@Execution(ExecutionMode.CONCURRENT)
class TwoShellsRenewTest {
    private static final String RENEWAL = "> POST /auth/token";

    @TempDir
    Path home;

    private Sandbox sandbox;

    @BeforeEach
    void startTheCloudSlowly() {
        sandbox = Sandbox.start(
                SandboxOptions.defaults().withDevices(5).withoutRateLimit().withLatency(Duration.ofMillis(100)));
    }

    @AfterEach
    void stopTheCloud() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    void threadsRenewOnce(int shells) throws Exception {
        logInAndForgetTheAccessToken();

        List<CommandLineRun> runs =
                CommandLineRun.atOnce(shells, shell -> CommandLineRun.of(home, "", "--debug", "-e", "devices.count()"));

        assertThat(runs).extracting(CommandLineRun::out).containsOnly("5\n");
        assertThat(renewals(runs.stream().map(CommandLineRun::err).toList())).isEqualTo(1);
    }

    @Test
    void processesRenewOnce() throws Exception {
        logInAndForgetTheAccessToken();
        List<Process> shells = new ArrayList<>();
        for (int shell = 0; shell < 2; shell++) {
            shells.add(start("--debug", "-e", "devices.count()"));
        }

        List<String> traces = new ArrayList<>();
        for (Process shell : shells) {
            assertThat(shell.waitFor(2, TimeUnit.MINUTES)).isTrue();
            traces.add(new String(shell.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(shell.inputReader().readLine()).isEqualTo("5");
        }

        assertThat(renewals(traces)).isEqualTo(1);
    }

    private Process start(String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(OwnProcess.command(words));
        builder.environment().putAll(OwnProcess.environment(home));
        return builder.redirectInput(
                        ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .start();
    }

    /** What is left is what renews it. */
    private void logInAndForgetTheAccessToken() throws IOException {
        CommandLineRun.logIn(home, sandbox);
        Path file = home.resolve("config/credentials.json");
        Files.writeString(file, Files.readString(file).replaceAll("\"(accessToken|expiresAt)\" : \"[^\"]*\",", ""));
    }

    private static long renewals(List<String> traces) {
        return traces.stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith(RENEWAL))
                .count();
    }
}
