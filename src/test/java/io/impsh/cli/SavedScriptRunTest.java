package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved scripts of the user's own, from the command line: parameters, pieces, errors and exit codes. */
class SavedScriptRunTest {
    private static final String EVERY_TYPE = """
            /**
             * Takes all there is.
             *
             * @param {string}    [text]         text
             * @param {number}    [number]       number
             * @param {boolean}   [flag]         flag
             * @param {duration}  [wait]         duration
             * @param {file}      [file]         file
             * @param {secret}    [key]          secret
             * @param {product}   [product]      product
             * @param {group}     [group]        group
             * @param {device}    [device]       device
             * @param {build}     [build]        build
             * @param {account}   [account]      account
             * @param {fast|slow} [pace]         choice
             * @param {group[]}   [several]      groups
             */
            [params.key, params.text, args, (params.several ?? []).map(group => group.name)]
            """;

    @TempDir
    Path home;

    private Path own() throws IOException {
        return Files.createDirectories(home.resolve("config/scripts/lib")).getParent();
    }

    private String script(String name, String text) throws IOException {
        return Files.writeString(own().resolve(name), text).toString();
    }

    private CommandLineRun run(String... words) {
        return runWith("", words);
    }

    private CommandLineRun runWith(String input, String... words) {
        return CommandLineRun.of(home, input, words);
    }

    @Test
    void takesSecretsTextsListsAndWordsOfItsOwn() throws IOException {
        script("all.js", EVERY_TYPE);
        Path text = Files.writeString(home.resolve("text"), "from a file\n");

        CommandLineRun run = runWith(
                "from standard input\n",
                "--sandbox",
                "run",
                "all",
                "--key",
                "-",
                "--text",
                "@" + text,
                "--several",
                "Line 1",
                "--several",
                "Line 2",
                "-o",
                "ndjson",
                "--",
                "--dry-run",
                "x");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .isEqualTo(
                        "\"from standard input\"\n\"from a file\"\n[\"--dry-run\",\"x\"]\n[\"Line 1\",\"Line 2\"]\n");
    }

    @Test
    void aFileWithAHeaderTakesTheSameAndOneWithoutHasItsWords() throws IOException {
        String with = script(
                "with.js", "#!/usr/bin/env impsh\n/**\n * With.\n * @param {number} n text\n */\n[params.n, args]");
        String without = script("without.js", "#!/usr/bin/env impsh\nargs");

        assertThat(run(with, "--n", "4", "-o", "json", "--", "a", "--b").out()).isEqualTo("""
                [
                  4,
                  [
                    "a",
                    "--b"
                  ]
                ]
                """);
        assertThat(run(without, "c", "--", "a", "--b", "--"))
                .isEqualTo(new CommandLineRun(0, "['c', 'a', '--b', '--']\n", ""));
    }

    @Test
    void anErrorInASharedPieceIsShownThereAndWhereItWasCalled() throws IOException {
        script("lib/broken.js", "/** Shared. */\n(function broken() {\n  return nope.x;\n});\n");
        script("caller.js", "/** Calls. */\nconst broken = load('lib/broken.js');\nbroken();\n");

        assertThat(run("run", "caller")).isEqualTo(new CommandLineRun(1, "", """
                impsh: nope is not defined
                  at lib/broken.js:3:10
                  return nope.x;
                         ^
                  called at caller.js:3:1
                """));
    }

    @Test
    void aPieceThatIsNoJavaScriptIsShownThere() throws IOException {
        script("lib/broken.js", "(function () {\n  return 1 +;\n});\n");
        script("caller.js", "/** Calls. */\nload('lib/broken.js');\n");

        assertThat(run("run", "caller").err()).startsWith("""
                impsh: SyntaxError: Expected an operand but found ;
                  at lib/broken.js:2:13
                  return 1 +;
                            ^
                """);
    }

    @Test
    void aWrongHeaderIsRefusedWithItsLineBeforeAnythingRuns() throws IOException {
        script("wrong.js", "/**\n * Wrong.\n *\n * @param {grop} to where to\n */\nprint('ran');");

        assertThat(run("run", "wrong", "--to", "x")).isEqualTo(new CommandLineRun(2, "", """
                impsh: wrong.js:4: unknown type 'grop'; did you mean group?
                  types: string, number, boolean, duration, file, secret, product, group, device, build, account, or words as \
                in a|b|c
                """));
        assertThat(run("scripts", "-o", "ndjson").out())
                .contains(
                        "{\"name\":\"wrong\",\"description\":\"wrong.js:4: unknown type 'grop'; did you mean group?\"}");
    }

    @Test
    void itsOwnExitCodeWinsAndTimeIsLimited() throws IOException {
        script("ends.js", "/** Ends. */\nexit(9);");
        script("waits.js", "/** Waits. */\nfor (;;) { sleep(1) }");

        assertThat(run("run", "ends")).isEqualTo(new CommandLineRun(9, "", ""));
        assertThat(run("run", "waits", "--timeout", "1s"))
                .isEqualTo(new CommandLineRun(124, "", "impsh: gave up after 1s (--timeout)\n"));
    }

    @Test
    void scriptsAtThePromptAreListedAndFound() throws IOException {
        script("mine.js", "/** Mine alone. */\n1");

        assertThat(run("-e", "scripts.find('MINE ALONE')", "-o", "json").out()).isEqualTo("""
                [
                  {
                    "name": "mine",
                    "description": "Mine alone"
                  }
                ]
                """);
        assertThat(run("-e", "scripts", "-o", "csv").out()).contains("\nmine,Mine alone\n");
        assertThat(run("-e", "scripts.list().some(script => script.name === 'bulk-reassign')")
                        .out())
                .isEqualTo("true\n");
    }
}
