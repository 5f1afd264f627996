package io.impsh.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The archives to install, as those use them who have neither the sources nor Maven: unpacked into a path with blanks,
 * where nobody may write, and run by a user without rights.
 */
class InstalledArchiveIT {
    @TempDir
    private static Path shared;

    private static UnpackedArchive installed;

    private Path temp;
    private Programs programs;
    private Path unprivileged;

    @BeforeAll
    static void unpack() throws Exception {
        allow(shared, "rwxr-xr-x");
        installed = UnpackedArchive.in(Files.createDirectory(shared.toRealPath().resolve("my tools (new)")));
    }

    @AfterAll
    static void letItBeDeleted() throws IOException {
        installed.allowWriting();
    }

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        temp = folder.toRealPath();
        allow(temp, "rwxr-xr-x");
        programs = Programs.plain(temp.resolve("bin"));
        unprivileged = installed.forAnUnprivilegedUser(temp.resolve("start"));
    }

    private static Path allow(Path folder, String permissions) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
    }

    /** Nowhere to write: no home, and no folder for temporary files. */
    private Launch launch(Path launcher) {
        return new Launch(launcher, temp)
                .with("PATH", programs.folder())
                .with("JAVA_HOME", Jdk.ofThisTest().home())
                .with("TMPDIR", "/nonexistent")
                .with("IMPSH_NO_ARCHIVE", 1);
    }

    @Test
    void holdWhatIsNeededAndNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(installed.top())) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "CHANGELOG.md",
                            "LICENSE",
                            "README.md",
                            "THIRD-PARTY.txt",
                            "completions",
                            "docs",
                            "impsh",
                            "impsh.cmd",
                            "lib",
                            "man",
                            "scripts-library");
        }
        assertThat(names(installed.top().resolve("scripts-library"))).isEqualTo(names(Path.of("scripts-library")));
        assertThat(names(installed.top().resolve("completions"))).containsExactly("", "impsh.bash", "impsh.zsh");
        assertThat(names(installed.top().resolve("man"))).containsExactly("", "man1", "man1/impsh.1");
    }

    private static List<String> names(Path folder) throws IOException {
        return UnpackedArchive.content(folder).stream()
                .map(file -> folder.relativize(file).toString())
                .toList();
    }

    @Test
    void nameTheLicenceOfEachLibrary() throws IOException {
        String licences = Files.readString(installed.top().resolve("THIRD-PARTY.txt"));
        List<String> libraries = names(installed.top().resolve("lib")).stream()
                .filter(name -> name.endsWith(".jar") && !name.equals("impsh.jar"))
                .toList();
        assertThat(libraries).hasSizeGreaterThan(10).allSatisfy(name -> {
            int version = name.lastIndexOf('-');
            String artifact = name.substring(0, version) + ":" + name.substring(version + 1, name.length() - 4);
            assertThat(licences).containsPattern("\\([^)]+\\) .*:" + artifact.replace(".", "\\.") + " - ");
        });
    }

    @Test
    void sayWhatTheProgramsJarIs() throws Exception {
        byte[] jar = Files.readAllBytes(installed.top().resolve("lib/impsh.jar"));
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(jar));
        assertThat(installed.top().resolve("lib/impsh.jar.sha256")).hasContent(digest + "  impsh.jar\n");
    }

    @Test
    void areTheSameInBothForms() throws IOException {
        try (FileSystem zip =
                FileSystems.newFileSystem(UnpackedArchive.file("zip"), Map.of("enablePosixFileAttributes", true))) {
            Path top = zip.getPath("/" + installed.top().getFileName());
            assertThat(names(top)).isEqualTo(names(installed.top()));
            for (Path packed : UnpackedArchive.content(top)) {
                Path file = installed.top().resolve(top.relativize(packed).toString());
                boolean runs = Files.isDirectory(file) || file.equals(installed.launcher());
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(packed)))
                        .as(packed.toString())
                        .isEqualTo(runs ? "rwxr-xr-x" : "rw-r--r--");
                assertThat(Files.isDirectory(packed) || Files.mismatch(packed, file) < 0)
                        .as(packed + " is the same")
                        .isTrue();
            }
        }
    }

    @Test
    void runWithoutAHome() throws Exception {
        launch(unprivileged).run("-V").printsOnly("impsh " + version() + "\n");
        launch(unprivileged).run("--sandbox", "-e", "devices.count()").printsOnly("250\n");
        assertThat(launch(unprivileged).run("scripts").stdout()).contains("\n bulk-reassign ");
    }

    /** The name of the folder says it. */
    private static String version() {
        return installed.top().getFileName().toString().substring("impsh-".length());
    }

    @Test
    void runWithAHomeThatCannotBeWrittenButChangeNothingWithoutAJournal() throws Exception {
        Launched launched = reassign(launch(unprivileged).with("HOME", "/nonexistent"));
        assertThat(launched.exit()).isEqualTo(1);
        assertThat(launched.stdout()).isEmpty();
        assertThat(launched.stderr())
                .startsWith("impsh: there is no folder for the journal, without which no plan is applied\n")
                .endsWith("  set IMPSH_HOME to a folder that can be written and has room\n");
    }

    @Test
    void runTheScriptsThatComeWithThem() throws Exception {
        Path home = allow(Files.createDirectory(temp.resolve("a home")), "rwxrwxrwx");
        Launched launched = reassign(launch(unprivileged).with("HOME", home));
        String untimed = launched.stdout().replaceAll(" +\\d+\\.\\d s\n", " TIME\n");
        String unnamed = launched.stderr().replaceAll("'[0-9a-f]+'", "'ID'");
        assertThat(new Launched(launched.exit(), untimed, unnamed))
                .isEqualTo(new Launched(0, """
                         name         from    to      outcome  reason
                         thermo-0001  Line 1  Line 2  done     -
                         thermo-0002  Line 1  Line 2  done     -
                         2 done · 0 failed · 0 stale · 0 skipped · 0 unknown TIME
                         73 still match the selection
                        """, "to undo it: plans.undo('ID').apply()\n"));
    }

    private static Launched reassign(Launch launch) throws Exception {
        return launch.with("LC_ALL", "C.UTF-8")
                .run("--sandbox", "run", "bulk-reassign", "--from=Line 1", "--to=Line 2", "--limit=2", "--yes");
    }

    @Test
    void runThroughALink() throws Exception {
        Path links = Files.createDirectory(shared.resolve("links"));
        Files.createSymbolicLink(links.resolve("impsh"), installed.launcher());
        launch(Path.of("/usr/bin/env"))
                .with("PATH", links + ":" + programs.folder())
                .run("impsh", "scripts", "bulk-reassign")
                .printsOnly(helpOfTheScript());
    }

    private String helpOfTheScript() throws Exception {
        Launched help = launch(installed.launcher()).run("run", "bulk-reassign", "--help");
        assertThat(help.stdout()).startsWith("Moves devices from one group to another.\n");
        return help.stdout();
    }

    @Test
    void runOnANewerJdk() throws Exception {
        Optional<Jdk> newer = Jdk.ofRelease(25);
        assumeTrue(newer.isPresent(), "this machine has no JDK 25");
        launch(unprivileged)
                .with("JAVA_HOME", newer.get().home())
                .run("-e", "1+1")
                .printsOnly("2\n");
    }

    /** All files of an archive have one time, and a class archive of another build may run that build's code. */
    @Test
    void ofAnotherBuildHaveAnotherClassArchive() throws Exception {
        Jdk jdk = Jdk.pretending("17.0.1", temp.resolve("jdk"));
        Installation unpacked = Installation.unpacked(temp.resolve("impsh"));
        Path digest = unpacked.top().resolve("lib/impsh.jar.sha256");
        Files.writeString(digest, "0123  impsh.jar\n");
        String first = classArchive(unpacked, jdk);
        Files.writeString(digest, "4567  impsh.jar\n");
        assertThat(classArchive(unpacked, jdk)).isNotEqualTo(first);
        Files.writeString(digest, "0123  impsh.jar\n");
        assertThat(classArchive(unpacked, jdk)).isEqualTo(first);
    }

    /** The file, less the number of the process that would make it. */
    private String classArchive(Installation unpacked, Jdk jdk) throws Exception {
        new Launch(unpacked.launcher(), temp)
                .with("PATH", programs.folder())
                .with("JAVA_HOME", jdk.home())
                .with("IMPSH_HOME", temp.resolve("home"))
                .with("IMPSH_MAKE_ARCHIVE", 1)
                .run()
                .failsSaying("impsh: the class archive could not be made; impsh runs without, only slower\n");
        String option = "-XX:SharedArchiveFile=";
        String file = jdk.arguments().stream()
                .filter(argument -> argument.startsWith(option))
                .findFirst()
                .orElseThrow();
        return file.substring(option.length()).replaceFirst("\\.\\d+\\.tmp$", "");
    }

    @Test
    void haveCompletionsForBash() throws Exception {
        Path bash = needed("bash");
        assertThat(output(bash, "-c", "source \"$0\" && complete -p impsh", completions("bash")))
                .isEqualTo("complete -o default -F _impsh impsh\n");
    }

    @Test
    void haveCompletionsForZsh() throws Exception {
        Path zsh = needed("zsh");
        String listed = "autoload -Uz compinit && compinit -u -D; source \"$0\" && print -r -- ${_comps[impsh]}";
        assertThat(output(zsh, "-f", "-c", listed, completions("zsh")))
                .isEqualToIgnoringWhitespace("_bash_complete -F _impsh -o default");
    }

    private static String completions(String shell) {
        return installed.top().resolve("completions/impsh." + shell).toString();
    }

    @Test
    void haveAManualPageThatNamesEachCommand() throws Exception {
        String help = launch(installed.launcher()).run("--help").stdout();
        List<String> commands = help.substring(help.indexOf("Commands:\n"))
                .lines()
                .filter(line -> line.startsWith("  "))
                .map(line -> line.strip().split(" ")[0])
                .toList();
        assertThat(commands).contains("run", "completion");
        Path page = installed.top().resolve("man/man1/impsh.1");
        assertThat(Files.readString(page))
                .startsWith(".TH IMPSH 1 \"\" \"impsh " + version().replace("-", "\\-") + "\"\n");
        assertThat(Files.readAllLines(page).stream().filter(line -> line.startsWith(".SS ")))
                .map(line -> line.split(" ")[1])
                .containsExactlyElementsOf(commands);
    }

    /** Where {@code man} looks by itself: beside the folder of the PATH that the program is in. */
    @Test
    void haveTheirManualPageFoundByMan() throws Exception {
        Path man = needed("man");
        assertThat(output(man, "-w", "impsh")).isEqualTo(installed.top().resolve("man/man1/impsh.1") + "\n");
    }

    private static Path needed(String program) {
        Path file = Path.of("/usr/bin", program);
        assumeTrue(Files.isExecutable(file), "this machine has no " + program);
        return file;
    }

    /** With the folder of the program on the PATH. */
    private String output(Path program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(temp.toFile()).redirectErrorStream(true);
        builder.environment().put("PATH", installed.top() + ":/usr/bin:/bin");
        builder.environment().remove("MANPATH");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
