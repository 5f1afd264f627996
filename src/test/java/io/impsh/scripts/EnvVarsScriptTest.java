package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EnvVarsScriptTest {
    private static final String NAME = "env-vars";
    private static final String LATER = "running code sees this after the next build of its group and a restart\n";
    private static final String HIDDEN = "values are hidden; --reveal shows them\n";

    private static final String[] SET = {
        "--group", "Line 1", "--set", "shift=late", "--set-number", "line=7", "--set", "pin=a=b", "--unset", "old"
    };

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    private void start(SandboxOptions options) {
        scene = scenes.start(options.withDevices(40));
        assertThat(scene.value("groups['Line 1'].update({envVars: {old: 'x', shift: 'early', kept: 1}}).name"))
                .isEqualTo("Line 1");
    }

    @Test
    void aDryRunChangesNothing() {
        start(SandboxOptions.defaults());

        CommandLineRun run = scene.dryRun(NAME, SET);

        assertThat(run.out()).isEqualTo("""
                         group   variable  before    after       outcome
                         Line 1  shift     … (text)  … (text)    planned
                         Line 1  pin       -         … (text)    planned
                         Line 1  line      -         … (number)  planned
                         Line 1  old       … (text)  -           planned
                        4 rows
                        """);
        assertThat(run.err()).startsWith(LATER + "dry run: 1 request would be sent:\n");
    }

    @Test
    void setsAndRemovesOnce() {
        start(SandboxOptions.defaults());

        CommandLineRun run = scene.run(NAME, SET);

        assertThat(run).isEqualTo(new CommandLineRun(0, """
                         group   variable  before    after       outcome
                         Line 1  shift     … (text)  … (text)    changed
                         Line 1  pin       -         … (text)    set
                         Line 1  line      -         … (number)  set
                         Line 1  old       … (text)  -           removed
                        4 rows
                        """, LATER));
        assertThat(variables("Line 1")).isEqualTo("{\"shift\":\"late\",\"kept\":1,\"pin\":\"a=b\",\"line\":7}");

        String before = scene.state();
        CommandLineRun again = scene.run(NAME, SET);

        assertThat(again).isEqualTo(new CommandLineRun(0, """
                         group   variable  before      after       outcome
                         Line 1  shift     … (text)    … (text)    already so
                         Line 1  pin       … (text)    … (text)    already so
                         Line 1  line      … (number)  … (number)  already so
                         Line 1  old       -           -           already so
                        4 rows
                        """, ""));
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void takesAFileAndAnotherGroupAndRemovesTheRest() {
        start(SandboxOptions.defaults());
        String file = scene.file("more.json", "{\"line\": 3, \"kept\": 2}");
        scene.value("groups['Line 2'].update({envVars: {gone: 1}}).name");

        CommandLineRun run = scene.run(
                NAME, "--group", "Line 2", "--from", "Line 1", "--json", file, "--only", "--unset", "old", "--reveal");

        assertThat(run).isEqualTo(new CommandLineRun(0, """
                         group   variable  before  after  outcome
                         Line 2  shift          -  early  set
                         Line 2  kept           -  2      set
                         Line 2  line           -  3      set
                         Line 2  gone           1  -      removed
                        4 rows
                        """, LATER));
        assertThat(variables("Line 2")).isEqualTo("{\"shift\":\"early\",\"kept\":2,\"line\":3}");
    }

    @Test
    void showsAndCompares() {
        start(SandboxOptions.defaults());
        scene.value("groups['Line 2'].update({envVars: {shift: 'late', kept: 1, toString: 't'}}).name");

        assertThat(scene.run(NAME, "--group", "Line 1")).isEqualTo(new CommandLineRun(0, """
                         variable  value
                         old       … (text)
                         shift     … (text)
                         kept      … (number)
                        3 rows
                        """, HIDDEN));
        assertThat(scene.run(NAME, "--group", "Line 1", "--reveal", "-o", "csv").out())
                .isEqualTo("variable,value\nold,x\nshift,early\nkept,1\n");
        assertThat(scene.run(NAME, "--group", "Line 1", "--group", "Line 2", "--reveal"))
                .isEqualTo(new CommandLineRun(0, """
                         variable  state           Line 1  Line 2
                         kept      same            1       1
                         old       only in Line 1  x       -
                         shift     differs         early   late
                         toString  only in Line 2  -       t
                        4 rows
                        """, ""));
        assertThat(scene.run(NAME, "--group", "Tracker dev", "-o", "json"))
                .isEqualTo(new CommandLineRun(0, "[]\n", ""));
    }

    @Test
    void refusesWhatIsWrongAndTellsNoValue() {
        start(SandboxOptions.defaults());
        String before = scene.state();
        String help = "impsh run env-vars --help";

        refused("--set: a value is missing", "write --set NAME=VALUE", "--set", "secret");
        refused("--set: '1x' cannot be the name of a variable", "letters and digits, first a letter", "--set", "1x=3");
        refused("--set-number: the value of pin is no number", "--set pin=... sets a text", "--set-number", "pin=s3");
        refused("a is given twice among --set, --set-number and --unset", help, "--set", "a=1", "--unset", "a");
        refused(
                "--only needs --from or --json",
                "it removes the variables that these do not have",
                "--only",
                "--set",
                "a=1");
        String list = scene.file("list.json", "[1]");
        refused(
                "--json: " + list + " holds no JSON object",
                "it is like {\"line\": 1, \"shift\": \"late\"}",
                "--json",
                list);
        String bad = scene.file("bad.json", "{\"a\": null}");
        refused("--json: " + bad + ": the value of a is neither a text nor a number", help, "--json", bad);

        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void aGroupOfSomebodyElseKeepsAllAsTheyAre() {
        start(SandboxOptions.defaults());
        String before = scene.state();

        refused(
                "only the owner may set the variables of Pump dev",
                "impsh -e me shows who you are",
                "--group",
                "Pump dev",
                "--set",
                "a=1");

        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void runAgainUnderFaultsItIsAsItShouldBe() {
        start(SandboxOptions.defaults().withSeed(5));
        scene.sandbox().setFaults("429:5%,500:5%,reset:3%");

        assertThat(scene.run(NAME, SET).exitCode()).isZero();
        assertThat(scene.run(NAME, SET).out()).doesNotContain("set\n").doesNotContain("changed");

        scene.sandbox().setFaults("");
        assertThat(variables("Line 1")).isEqualTo("{\"shift\":\"late\",\"kept\":1,\"pin\":\"a=b\",\"line\":7}");
    }

    private String variables(String group) {
        return scene.value("JSON.stringify(groups['" + group + "'].envVars)");
    }

    private void refused(String message, String hint, String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "--group";
        all[1] = "Line 1";
        System.arraycopy(words, 0, all, 2, words.length);
        assertThat(scene.run(NAME, all))
                .isEqualTo(new CommandLineRun(2, "", "impsh: " + message + "\n  " + hint + "\n"));
    }
}
