package io.impsh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A saved script that is a program by itself: executable, its first line {@code #!/usr/bin/env impsh}. */
class ExecutableScriptIT {
    private static final String SCRIPT = """
            #!/usr/bin/env impsh
            /**
             * Counts the devices of a group.
             *
             * @param {group}  group     which group
             * @param {number} [least=0] fail below this number
             * @example count-devices --group "Line 1"
             */
            const count = devices.where({group: params.group}).count();
            if (count < params.least) {
              throw new Error(`only ${count} devices`);
            }
            count;
            """;

    private Path temp;
    private String path;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        temp = folder.toRealPath();
        Installation installed = Installation.built(temp.resolve("imp shell"));
        Path links = Files.createDirectory(temp.resolve("links"));
        Files.createSymbolicLink(links.resolve("impsh"), installed.launcher());
        path = links + ":" + Programs.plain(temp.resolve("bin")).folder();
        Path script =
                Files.writeString(Files.createDirectory(temp.resolve("mine")).resolve("count-devices"), SCRIPT);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** By {@code env}, which starts what it is told as a shell does. */
    private Launched run(String... words) throws Exception {
        return new Launch(Path.of("/usr/bin/env"), temp)
                .with("PATH", path)
                .with("JAVA_HOME", Jdk.ofThisTest().home())
                .with("IMPSH_HOME", temp.resolve("home"))
                .with("IMPSH_NO_ARCHIVE", 1)
                .run(words);
    }

    @Test
    void runsWithParametersAndOptions() throws Exception {
        run("mine/count-devices", "--group", "Line 1", "--sandbox", "--least=75")
                .printsOnly("75\n");
    }

    @Test
    void tellsItsHelp() throws Exception {
        run("mine/count-devices", "--help").printsOnly("""
                Counts the devices of a group.

                Usage: impsh run mine/count-devices --group GROUP [--least NUMBER]

                  --group GROUP   which group
                  --least NUMBER  fail below this number  [default: 0]

                Example: count-devices --group "Line 1"
                """);
    }

    @Test
    void tellsTheLineOfAnError() throws Exception {
        assertThat(run("mine/count-devices", "--sandbox", "--group=Line 1", "--least=1000"))
                .isEqualTo(new Launched(1, "", """
                        impsh: Error: only 75 devices
                          at mine/count-devices:11:9
                          throw new Error(`only ${count} devices`);
                                ^
                        """));
    }

    @Test
    void isFoundOnThePath() throws Exception {
        path += ":" + temp.resolve("mine");
        assertThat(run("count-devices", "--help").stdout()).startsWith("Counts the devices of a group.\n");
    }
}
