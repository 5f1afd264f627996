package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.launcher.Launch;
import io.impsh.launcher.Launched;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as cron starts it: no terminal, no HOME, no TERM, nothing on standard input. */
class CronIT {
    private static final Path LAUNCHER = Path.of("impsh").toAbsolutePath();

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withoutRateLimit());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Launched run(Path program, String... words) throws Exception {
        return new Launch(program, folder)
                .with("PATH", LAUNCHER.getParent() + ":/usr/bin:/bin")
                .with("JAVA_HOME", System.getProperty("java.home"))
                .with("IMPSH_NO_BUILD", "1")
                .with("IMPSH_NO_ARCHIVE", "1")
                .with("IMPSH_HOME", folder.resolve("state of impsh"))
                .with("IMPSH_ENDPOINT", sandbox.baseUrl())
                .with("IMPSH_USER", sandbox.user())
                .with("IMPSH_PASSWORD", sandbox.password())
                .run(words);
    }

    @Test
    void aScriptThatChangesThings() throws Exception {
        Launched run = run(
                LAUNCHER,
                "run",
                "rename-devices",
                "--group",
                "Tracker pre-DUT",
                "--pattern",
                "dut {n}",
                "--yes=3",
                "-o",
                "csv");

        assertThat(run.stderr()).matches("to undo it: plans\\.undo\\('[0-9a-f]{6}'\\)\\.apply\\(\\)\\n");
        assertThat(run.stdout().lines().map(line -> line.replaceAll("^[0-9a-f]{16}", "ID")))
                .containsExactly(
                        "id,name,from,to,outcome,reason",
                        "ID,tracker-0028,Tracker pre-DUT,dut 1,done,",
                        "ID,tracker-0029,Tracker pre-DUT,dut 2,done,",
                        "ID,tracker-0030,Tracker pre-DUT,dut 3,done,");
        assertThat(run.exit()).isZero();
    }

    @Test
    void aScriptThatIsNotAllowedAsMuch() throws Exception {
        assertThat(run(LAUNCHER, "run", "bulk-reassign", "--from", "Line 1", "--to", "Line 2", "--yes=5"))
                .satisfies(run -> {
                    assertThat(run.exit()).isEqualTo(6);
                    assertThat(run.stdout()).isEmpty();
                    assertThat(run.stderr()).startsWith("impsh: ");
                });
    }

    @Test
    void aScriptThatIsCalledWrongly() throws Exception {
        assertThat(run(LAUNCHER, "run", "find-device", "--device", "thermo-00001"))
                .isEqualTo(new Launched(2, "", """
                        impsh: --device: no device is known as 'thermo-00001'
                          nearest: thermo-0001, thermo-0002, thermo-0003
                          devices.where({name: /^thermo-00001/}) finds by pattern
                        """));
    }

    @Test
    void aFileThatBeginsWithTheProgramsName() throws Exception {
        Path file = Files.writeString(folder.resolve("count.js"), """
                #!/usr/bin/env impsh
                /**
                 * Counts.
                 *
                 * @param {group} group of which group
                 */
                devices.where({group: params.group}).count();
                """);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));

        run(file, "--group", "Line 1").printsOnly("75\n");
    }
}
