package io.impsh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code impsh} in every place and on every machine it may be started on. */
class LauncherIT {
    private Path temp;
    private Programs programs;

    private Jdk jdk;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        temp = folder.toRealPath();
        programs = Programs.plain(temp.resolve("bin"));
        jdk = Jdk.pretending("17.0.1", temp.resolve("jdk"));
    }

    /** With a JDK that prints the last argument, a home of its own and no class archive. */
    private Launch launch(Path launcher) {
        return new Launch(launcher, temp)
                .with("PATH", programs.folder())
                .with("JAVA_HOME", jdk.home())
                .with("IMPSH_HOME", temp.resolve("home"))
                .with("IMPSH_NO_ARCHIVE", 1);
    }

    private Launch launch(Installation installation) {
        return launch(installation.launcher());
    }

    private Launch launchForReal(Installation installation) {
        return launch(installation).with("JAVA_HOME", Jdk.ofThisTest().home());
    }

    @Nested
    class Starts {
        @Test
        void fromAnotherFolder() throws Exception {
            launch(Installation.built(temp.resolve("impsh")))
                    .in(Files.createDirectory(temp.resolve("elsewhere")))
                    .run("-e", "1 + 1")
                    .printsOnly("1 + 1\n");
        }

        @Test
        void throughLinks() throws Exception {
            Installation.built(temp.resolve("impsh"));
            Path links = Files.createDirectory(temp.resolve("links"));
            Files.createSymbolicLink(links.resolve("first"), Path.of("../impsh/impsh"));
            Path second = Files.createSymbolicLink(links.resolve("second"), links.resolve("first"));
            launch(second).run("-e", "1+1").printsOnly("1+1\n");
            assertThat(jdk.arguments()).contains("-Dimpsh.home=" + temp.resolve("impsh"));
        }

        @Test
        void fromPathsWithBlanks() throws Exception {
            launchForReal(Installation.built(temp.resolve("my tools (new)/imp  shell")))
                    .with("IMPSH_HOME", temp.resolve("a home"))
                    .run("-e", "1+1")
                    .printsOnly("2\n");
        }

        @Test
        void anUnpackedArchive() throws Exception {
            launchForReal(Installation.unpacked(temp.resolve("impsh")))
                    .run("-e", "1+1")
                    .printsOnly("2\n");
        }

        @Test
        void withInputAsItIs() throws Exception {
            launchForReal(Installation.built(temp.resolve("impsh")))
                    .input("20 + 22\n")
                    .run()
                    .printsOnly("42\n");
        }

        /** The JVM would open its own modules under the number that is free, and read them as the program. */
        @Test
        void withClosedStreams() throws Exception {
            Installation installed = Installation.built(temp.resolve("impsh"));
            closing("<&-", installed).run().failsSaying("impsh: standard input cannot be read: Bad file descriptor\n");
            closing(">&-", installed)
                    .run("-e", "1")
                    .failsSaying("impsh: results cannot be written: Bad file descriptor\n");
            closing("2>&-", installed).run("-e", "1").printsOnly("1\n");
        }

        private Launch closing(String stream, Installation installed) throws IOException {
            Path script = Files.writeString(
                    Files.createTempFile(temp, "closing", ".sh"),
                    "#!/bin/sh\nexec '" + installed.launcher() + "' \"$@\" " + stream + "\n");
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
            return launch(script).with("JAVA_HOME", Jdk.ofThisTest().home());
        }

        @Test
        void andPassesTheExitCodeOn() throws Exception {
            Launched launched =
                    launchForReal(Installation.built(temp.resolve("impsh"))).run("-e", "exit(7)");
            assertThat(launched).isEqualTo(new Launched(7, "", ""));
        }

        @Test
        void andTellsOfARecursionWithoutEnd() throws Exception {
            Launched launched =
                    launchForReal(Installation.built(temp.resolve("impsh"))).run("-e", "function f() { f() } f()");
            assertThat(launched.exit()).isEqualTo(1);
            assertThat(launched.stderr()).startsWith("impsh: RangeError: Maximum call stack size exceeded\n");
        }

        @Test
        void andIsTheProgramForSignals() throws Exception {
            Launch.Running running = launchForReal(Installation.built(temp.resolve("impsh")))
                    .start("-e", "print('up')", "-e", "while (true);");
            running.awaitOutput("up\n");
            running.process().destroy();
            assertThat(running.end().exit()).isEqualTo(143);
        }

        @Test
        void withOptionsForTheJvm() throws Exception {
            launch(Installation.built(temp.resolve("impsh")))
                    .with("IMPSH_JAVA_OPTS", "-Da=* -Xmx1g")
                    .run("-e", "", "1 + 1")
                    .printsOnly("1 + 1\n");
            assertThat(jdk.arguments())
                    .contains("-Xmn8m", "-Da=*", "-Xmx1g")
                    .doesNotContain("--enable-native-access=ALL-UNNAMED")
                    .endsWith("io.impsh.cli.Main", "-e", "", "1 + 1");
        }

        @Test
        void withMoreHeapForTheSandbox() throws Exception {
            launch(Installation.built(temp.resolve("impsh"))).run("sandbox").printsOnly("sandbox\n");
            assertThat(jdk.arguments()).doesNotContain("-Xmn8m");
        }

        @Test
        void withTheOptionsThatKeepNewerJdksQuiet() throws Exception {
            jdk = Jdk.pretending("25.0.3", temp.resolve("jdk25"));
            launch(Installation.built(temp.resolve("impsh"))).run("-e", "1+1").printsOnly("1+1\n");
            assertThat(jdk.arguments())
                    .contains("--sun-misc-unsafe-memory-access=allow", "--enable-native-access=ALL-UNNAMED");
        }
    }

    @Nested
    class Jdks {
        @Test
        void none() throws Exception {
            launch(Installation.built(temp.resolve("impsh")))
                    .without("JAVA_HOME")
                    .run("-e", "1+1")
                    .failsSaying("""
                            impsh: needs a JDK 17 or newer: none found
                            impsh: set JAVA_HOME to one, or install one, for example: apt-get install openjdk-17-jdk
                            """);
        }

        @Test
        void olderThan17() throws Exception {
            jdk = Jdk.pretending("11.0.2", temp.resolve("old"));
            launch(Installation.built(temp.resolve("impsh"))).run("-e", "1+1").failsSaying("""
                            impsh: needs a JDK 17 or newer: %s is 11.0.2 (JAVA_HOME)
                            impsh: set JAVA_HOME to a newer one, or install one, for example: apt-get install openjdk-17-jdk
                            """.formatted(jdk.home()));
        }

        @Test
        void olderThan9WithItsOwnWayOfCounting() throws Exception {
            jdk = Jdk.pretending("1.8.0_402", temp.resolve("old"));
            Launched launched =
                    launch(Installation.built(temp.resolve("impsh"))).run("-e", "1+1");
            assertThat(launched.stderr()).startsWith("impsh: needs a JDK 17 or newer: " + jdk.home() + " is 1.8.0_402");
        }

        @Test
        void onThePathThroughLinks() throws Exception {
            Path alternative = Files.createSymbolicLink(
                    temp.resolve("alternative"), jdk.home().resolve("bin/java"));
            Files.createSymbolicLink(programs.folder().resolve("java"), alternative);
            launch(Installation.built(temp.resolve("impsh")))
                    .without("JAVA_HOME")
                    .run("-e", "1+1")
                    .printsOnly("1+1\n");
        }

        @Test
        void onThePathAsAScriptThatStartsTheRealOne() throws Exception {
            programs.and("java", "exec '" + Jdk.ofThisTest().home() + "/bin/java' \"$@\"\n");
            launch(Installation.built(temp.resolve("impsh")))
                    .with("JAVA_HOME", temp.resolve("nothing-here"))
                    .run("-e", "1+1")
                    .printsOnly("2\n");
        }

        @Test
        void onlyARuntimeWhereItHasToBeBuilt() throws Exception {
            Files.delete(jdk.home().resolve("bin/javac"));
            launch(Installation.checkout(temp.resolve("impsh")))
                    .run("-e", "1+1")
                    .failsSaying("""
                            impsh: has to be built first, which needs a JDK: %s has no compiler
                            impsh: install one, for example: apt-get install openjdk-17-jdk
                            """.formatted(jdk.home()));
        }
    }

    @Nested
    class Builds {
        private static final String FIRST = "impsh: building (first start, takes a minute or two) ...\n";
        private static final String AGAIN = "impsh: building, the sources have changed ...\n";

        @Test
        void atTheFirstStartOnly() throws Exception {
            Installation checkout = Installation.checkout(temp.resolve("impsh"));
            programs.and("mvn", checkout.buildScript());
            assertThat(launch(checkout).run("-e", "1+1")).isEqualTo(new Launched(0, "1+1\n", FIRST));
            launch(checkout).run("-e", "1+1").printsOnly("1+1\n");
            assertThat(checkout.builds())
                    .containsExactly(
                            "mvn -q -B -Dmaven.test.skip=true -Dimpsh.archive.skip=true -Dimpsh.build.directory="
                                    + checkout.top().resolve("target") + " package");
        }

        @Test
        void againWhenASourceIsNewer() throws Exception {
            Installation checkout = Installation.built(temp.resolve("impsh"));
            programs.and("mvn", checkout.buildScript());
            checkout.sourcesWereEdited(Instant.now().plusSeconds(2));
            assertThat(launch(checkout).run("-e", "1+1")).isEqualTo(new Launched(0, "1+1\n", AGAIN));
        }

        @Test
        void whatWasEditedDuringTheBuildNextTime() throws Exception {
            Installation checkout = Installation.checkout(temp.resolve("impsh"));
            programs.and("mvn", checkout.buildScript() + "touch '" + checkout.top() + "/pom.xml'\n");
            assertThat(launch(checkout).run("-e", "1+1").stderr()).isEqualTo(FIRST);
            assertThat(launch(checkout).run("-e", "1+1").stderr()).isEqualTo(AGAIN);
        }

        @Test
        void intoAFolderThatOthersMayReadAsTheyMayReadAnyOther() throws Exception {
            Installation checkout = Installation.checkout(temp.resolve("impsh"));
            programs.and("mvn", checkout.buildScript());
            assertThat(launch(checkout).run("-e", "1+1").stderr()).isEqualTo(FIRST);
            assertThat(Files.getPosixFilePermissions(checkout.top().resolve("target")))
                    .isEqualTo(Files.getPosixFilePermissions(Files.createDirectory(temp.resolve("any"))));
        }

        @Test
        void onceWhenTwoStartAtTheSameTime() throws Exception {
            Installation checkout = Installation.checkout(temp.resolve("impsh"));
            programs.and("mvn", checkout.buildScript());
            Launch.Running one = launch(checkout).start("-e", "1+1");
            Launch.Running other = launch(checkout).start("-e", "1+1");
            assertThat(new String[] {one.end().stdout(), other.end().stdout()}).containsExactly("1+1\n", "1+1\n");
            assertThat(new String[] {one.end().stderr(), other.end().stderr()})
                    .containsExactlyInAnyOrder(FIRST, "impsh: waiting for another start to build it ...\n");
            assertThat(checkout.builds()).hasSize(1);
        }

        @Test
        void intoTheCacheWhenTheCheckoutCannotBeWritten() throws Exception {
            Installation checkout = Installation.checkout(temp.resolve("impsh"));
            programs.and("mvn", checkout.buildScript());
            // A file in its place stops root too, which mere permissions do not.
            Files.writeString(checkout.top().resolve("target"), "");
            assertThat(launch(checkout).run("-e", "1+1")).isEqualTo(new Launched(0, "1+1\n", FIRST));
            launch(checkout).run("-e", "1+1").printsOnly("1+1\n");
            launch(checkout).with("IMPSH_NO_BUILD", 1).run("-e", "1+1").printsOnly("1+1\n");
            assertThat(checkout.builds()).hasSize(1).first().asString().contains(temp + "/home/cache/build-");
        }

        @Test
        void thatFailShowTheirLastLines() throws Exception {
            Installation checkout = Installation.checkout(temp.resolve("impsh"));
            programs.and("mvn", "i=0; while [ $((i += 1)) -le 25 ]; do echo \"line $i\"; done; exit 1\n");
            StringBuilder expected = new StringBuilder(FIRST);
            for (int line = 6; line <= 25; line++) {
                expected.append("line ").append(line).append('\n');
            }
            expected.append("impsh: the build failed; its whole log is ")
                    .append(checkout.top().resolve("target/impsh-build.log"))
                    .append('\n');
            launch(checkout).run("-e", "1+1").failsSaying(expected.toString());
        }

        @Test
        void neverWhenForbidden() throws Exception {
            Installation checkout = Installation.checkout(temp.resolve("impsh"));
            programs.and("mvn", checkout.buildScript());
            launch(checkout)
                    .with("IMPSH_NO_BUILD", 1)
                    .run("-e", "1+1")
                    .failsSaying("impsh: not built, and IMPSH_NO_BUILD forbids building: run 'mvn package' in "
                            + checkout.top() + "\n");
            assertThat(checkout.builds()).isEmpty();
        }

        @Test
        void notEvenAnOldOneWhenForbidden() throws Exception {
            Installation checkout = Installation.built(temp.resolve("impsh"));
            checkout.sourcesWereEdited(Instant.now().plusSeconds(2));
            launch(checkout).with("IMPSH_NO_BUILD", 1).run("-e", "1+1").printsOnly("1+1\n");
        }

        @Test
        void needMaven() throws Exception {
            launch(Installation.checkout(temp.resolve("impsh")))
                    .run("-e", "1+1")
                    .failsSaying("""
                            impsh: has to be built first, which needs Maven
                            impsh: install it, for example: apt-get install maven
                            """);
        }
    }

    @Nested
    class CacheFolders {
        @Test
        void areMadeForTheirOwnerAlone() throws Exception {
            launch(Installation.built(temp.resolve("impsh"))).run("-e", "1+1").printsOnly("1+1\n");
            assertThat(permissions(temp.resolve("home/cache"))).isEqualTo("rwx------");
        }

        @Test
        void areInTheTemporaryFolderWhenThereIsNoHome() throws Exception {
            launch(Installation.built(temp.resolve("impsh")))
                    .without("IMPSH_HOME")
                    .with("TMPDIR", temp)
                    .run("-e", "1+1")
                    .printsOnly("1+1\n");
            assertThat(permissions(temporaryCache())).isEqualTo("rwx------");
        }

        @Test
        void inTheTemporaryFolderAreNotTakenFromOthers() throws Exception {
            Path open = Files.createDirectory(temporaryCache());
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
            launch(Installation.built(temp.resolve("impsh")))
                    .without("IMPSH_HOME")
                    .with("TMPDIR", temp)
                    .run("-e", "1+1")
                    .printsOnly("1+1\n");
            assertThat(open).isEmptyDirectory();
        }

        @Test
        void areNotNeeded() throws Exception {
            Path file = Files.writeString(temp.resolve("file"), "");
            launch(Installation.built(temp.resolve("impsh")))
                    .without("IMPSH_NO_ARCHIVE")
                    .with("IMPSH_HOME", file.resolve("home"))
                    .with("TMPDIR", file)
                    .run("-e", "1+1")
                    .printsOnly("1+1\n");
        }

        private Path temporaryCache() throws IOException {
            return temp.resolve("impsh-" + Files.getAttribute(temp, "unix:uid"));
        }

        private static String permissions(Path folder) throws IOException {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
        }
    }
}
