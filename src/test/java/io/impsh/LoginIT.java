package io.impsh;

import static io.impsh.shell.PtyProgram.CONTROL_C;
import static io.impsh.shell.PtyProgram.CONTROL_D;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.launcher.PackagedProgram;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.shell.PtyProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Logging in at a real terminal: what is secret is not shown while it is typed, nor afterwards. */
@EnabledIf("scriptIsThere")
@Execution(ExecutionMode.CONCURRENT)
class LoginIT {
    @TempDir
    Path home;

    private Sandbox sandbox;

    static boolean scriptIsThere() {
        return Files.isExecutable(Path.of("/usr/bin/script"));
    }

    @BeforeEach
    void startTheCloud() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withDevices(20).withoutRateLimit());
    }

    @AfterEach
    void stopTheCloud() {
        sandbox.close();
    }

    private PtyProgram impsh(String options) {
        Map<String, String> environment = PackagedProgram.environment(home.resolve("own"));
        environment.put("HOME", home.toString());
        environment.put("IMPSH_ENDPOINT", sandbox.baseUrl().toString());
        return PtyProgram.start(
                "sh -c 'cd \"$HOME\"; exec \"" + PackagedProgram.LAUNCHER + "\" " + options + "'",
                environment,
                200,
                40);
    }

    @Test
    void asksForPasswordAndCodeWithoutShowingThem() {
        try (PtyProgram login = impsh("login")) {
            login.await("User or e-mail for 127.0.0.1: ");
            login.enter("mfa").await("Password for mfa: ");
            login.enter("sandbox").await("One-time code: ");
            login.enter("000000").await("Logged in as mfa \\(mfa@example.com\\) at " + sandbox.baseUrl() + ".\n");
            assertThat(login.exitCode()).isZero();
            assertThat(login.clean()).doesNotContain("sandbox", "000000");
        }
    }

    @Test
    void aLocalLoginIsTheVendorsFile() throws Exception {
        try (PtyProgram login = impsh("login --user demo --local")) {
            login.await("Password for demo: ");
            login.enter("sandbox").await("Stored in .*/.impt.auth");
            assertThat(login.exitCode()).isZero();
        }
        assertThat(home.resolve(".impt.auth"))
                .content()
                .contains("\"endpoint\"", "\"accessToken\"", "\"expiresAt\"", "\"refreshToken\"")
                .doesNotContain("\"account", "\"sandbox\"");
        try (PtyProgram logout = impsh("logout --local")) {
            logout.await(
                    "Logged out at " + sandbox.baseUrl() + ": .impt.auth in this directory holds no login any more");
            assertThat(logout.exitCode()).isZero();
        }
        assertThat(home.resolve(".impt.auth")).doesNotExist();
    }

    @Test
    void controlCAndControlDRefuse() {
        try (PtyProgram login = impsh("login --user demo")) {
            login.await("Password for demo: ");
            login.type(CONTROL_C);
            assertThat(login.exitCode()).isEqualTo(130);
        }
        try (PtyProgram login = impsh("login")) {
            login.await("User or e-mail for 127.0.0.1: ");
            login.type(CONTROL_D).await("impsh: no user was given\n");
            assertThat(login.exitCode()).isEqualTo(4);
        }
        assertThat(home.resolve("own/config")).doesNotExist();
    }

    @Test
    void thePromptLogsInAndKeepsNoSecretInItsHistory() throws Exception {
        String prompt = "default " + sandbox.baseUrl().getAuthority() + "> ";
        try (PtyProgram shell = impsh("")) {
            shell.await(prompt);
            shell.enter(".login demo").await("Password for demo: ");
            shell.enter("sandbox").await("logged in as demo \\(demo@example.com\\)");
            shell.await(prompt);
            shell.enter("devices.count()").await("(^|\\D)20$.*" + prompt);
            shell.enter(".profile").await("logged in as demo \\(password\\).*" + prompt);
            shell.type(CONTROL_D);
            assertThat(shell.exitCode()).isZero();
            assertThat(shell.clean()).doesNotContain("sandbox");
        }
        assertThat(home.resolve("own/state/history"))
                .content()
                .contains(".login demo")
                .doesNotContain("sandbox");
        assertThat(home.resolve("own/config/credentials.json")).content().contains("\"account\" : \"demo\"");
    }
}
