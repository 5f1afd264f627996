package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for each script of the library. */
class EveryScriptTest {
    private static final Path LIBRARY = Path.of("scripts-library");
    private static final Pattern WORD = Pattern.compile("(?:^|-)(\\w)");
    private static final int MOST_LINES = 200;

    @TempDir
    Path home;

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(LIBRARY)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".js"))
                    .map(name -> name.substring(0, name.length() - ".js".length()))
                    .sorted()
                    .toList();
            return names.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void tellsAboutItselfWithExamplesOfItsOwn(String name) {
        CommandLineRun run = CommandLineRun.of(home, "", "run", name, "--help");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Usage: impsh run " + name).contains("\n  impsh run " + name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesAnOptionThatItDoesNotHave(String name) {
        CommandLineRun run = CommandLineRun.of(home, "", "run", name, "--no-such-option");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--no-such-option");
    }

    @ParameterizedTest
    @MethodSource("names")
    void hasATestAndASectionOfItsOwn(String name) throws IOException {
        String test = WORD.matcher(name).replaceAll(EveryScriptTest::capital) + "ScriptTest.java";

        assertThat(Path.of("src/test/java/io/impsh/scripts", test)).exists();
        assertThat(Files.readString(Path.of("docs/library.md"))).contains("\n### " + name + "\n");
    }

    @ParameterizedTest
    @MethodSource("names")
    void isShort(String name) throws IOException {
        assertThat(Files.readAllLines(LIBRARY.resolve(name + ".js"))).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    /** Nothing is contacted for it, and no login is needed. */
    @ParameterizedTest
    @MethodSource("names")
    void isListed(String name) {
        CommandLineRun run = CommandLineRun.of(Map.of("IMPSH_HOME", home.toString()), "", "scripts", "-o", "csv");

        assertThat(run.out()).contains("\n" + name + ",");
    }

    private static String capital(MatchResult word) {
        return word.group(1).toUpperCase(Locale.ROOT);
    }
}
