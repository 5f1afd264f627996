package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WebhooksSyncScriptTest {
    private static final String NAME = "webhooks-sync";
    private static final int MOST_RUNS = 20;
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json                 ";

    private static final String FILE = """
            [[webhook]]
            url = "https://hooks.example/blessing"
            group = ["Thermostat field", "Thermostat field B"]
            event = "blessing"
            contentType = "form"

            [[webhook]]
            url = "https://me:pw@hooks.example/new?key=1"
            group = "Line 1"
            event = ["deployment", "blinkup"]
            """;

    private static final String DIFFERENCE = """
            change: blessing of Thermostat field to https://hooks.example/blessing, becomes application/x-www-form-urlencoded
            change: blessing of Thermostat field B to https://hooks.example/blessing, becomes application/x-www-form-urlencoded
            create: deployment of Line 1 to https://…@hooks.example/new?…
            create: blinkup of Line 1 to https://…@hooks.example/new?…
            """;

    private static final String KEPT_OF_THERMOSTAT = """
            not in the file: blinkup of Thermostat field to https://hooks.example/blinkup
            not in the file: deployment of Thermostat field to https://hooks.example/deployment
            not in the file: blinkup of Thermostat field B to https://hooks.example/blinkup
            not in the file: deployment of Thermostat field B to https://hooks.example/deployment
            --remove removes those that are not in the file
            """;

    private static final String WEBHOOKS =
            "webhooks.map(h => [h.group.name, h.event, h.url, h.contentType].join(' ')).sort().join('\\n')";

    private static final String AS_IN_THE_FILE = """
            Line 1 blinkup https://me:pw@hooks.example/new?key=1 application/json
            Line 1 deployment https://me:pw@hooks.example/new?key=1 application/json
            Thermostat field B blessing https://hooks.example/blessing application/x-www-form-urlencoded
            Thermostat field blessing https://hooks.example/blessing application/x-www-form-urlencoded""";

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;
    private String file;

    @BeforeEach
    void start() {
        scene = scenes.start(SandboxOptions.defaults().withDevices(40).withSeed(12));
        file = scene.file("webhooks.toml", FILE);
    }

    @Test
    void aDryRunChangesNothing() {
        CommandLineRun run = scene.dryRun(NAME, "--file", file, "--product", "Thermostat");

        assertThat(run.out()).isEqualTo(table("planned", "planned", "not in the file"));
        assertThat(run.err())
                .startsWith(DIFFERENCE + KEPT_OF_THERMOSTAT + "dry run: 4 requests would be sent:\n  POST /webhooks ");
    }

    @Test
    void makesAndChangesOnceAndLeavesTheRest() {
        CommandLineRun run = scene.run(NAME, "--file", file, "--product", "Thermostat", "--yes");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        0, table("changed", "created", "not in the file"), DIFFERENCE + KEPT_OF_THERMOSTAT));
        assertThat(scene.value("webhooks.count()")).isEqualTo("11");

        String before = scene.state();
        CommandLineRun again = scene.run(NAME, "--file", file, "--product", "Thermostat");

        assertThat(again)
                .isEqualTo(new CommandLineRun(
                        0, table("already so", "already so", "not in the file"), KEPT_OF_THERMOSTAT));
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void removesWhatIsNotInTheFileWhenTold() {
        CommandLineRun run = scene.run(NAME, "--file", file, "--remove", "--yes", "-o", "csv");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.out())
                .startsWith(
                        "what,group,event,url,contentType,outcome\n"
                                + "webhook,Thermostat field,blessing,https://hooks.example/blessing,application/x-www-form-urlencoded,changed\n")
                .contains(
                        "\nwebhook,Tracker pre-production,blessing,https://hooks.example/blessing,application/json,removed\n");
        assertThat(scene.value(WEBHOOKS)).isEqualTo(AS_IN_THE_FILE);
    }

    @Test
    void ofOneGroupOnlyItsOwnAreLookedAt() {
        String ofOne = scene.file(
                "one.toml",
                "[[webhook]]\nurl = 'https://hooks.example/blinkup'\ngroup = 'Thermostat field B'\nevent = 'blinkup'\n");

        CommandLineRun run =
                scene.run(NAME, "--file", ofOne, "--group", "Thermostat field B", "--remove", "--yes", "-o", "json");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(scene.value("webhooks.count()")).isEqualTo("7");
        assertThat(scene.value(
                        "webhooks.where({group: 'Thermostat field B'}).map(h => h.event + ' ' + h.contentType).join()"))
                .isEqualTo("blinkup application/json");
    }

    /** Somebody else's webhook in a product that is shared is nothing that our file could know. */
    @Test
    void leavesTheWebhooksOfOthersUnlessAskedAboutThem() {
        scene.value("groups['Pump dev'].createWebhook({url: 'https://partner.example/', event: 'deployment'}).event");
        String none = scene.file("none.toml", "webhook = []\n");

        CommandLineRun run = scene.run(NAME, "--file", none, "--remove", "--yes");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(scene.value("webhooks.map(h => h.url).join()")).isEqualTo("https://partner.example/");
    }

    @Test
    void asksBeforeAnythingIsChanged() {
        String before = scene.state();

        CommandLineRun run = scene.run(NAME, "--file", file, "--product", "Thermostat");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        6,
                        "",
                        DIFFERENCE + KEPT_OF_THERMOSTAT
                                + "impsh: a confirmation is needed, and nobody can be asked: group Line 1 gets a webhook for deployment\n"
                                + "  give --yes, or --yes=1; --dry-run shows what would be done\n"));
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void tellsWhatIsDoneWhenALaterQuestionStopsIt() {
        CommandLineRun run = scene.run(NAME, "--file", file, "--product", "Thermostat", "--yes=1");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        6,
                        "",
                        DIFFERENCE
                                + KEPT_OF_THERMOSTAT
                                + "done so far: webhook deployment of Line 1 to https://…@hooks.example/new?… created;"
                                + " webhook blinkup of Line 1 to https://…@hooks.example/new?… created\n"
                                + "impsh: 2 things would be changed, and --yes=1 allows 1: 2 webhooks are updated\n"
                                + "  give --yes=2 if that is meant\n"));
    }

    @Test
    void refusesAFileWithAnythingWrongInIt() {
        String before = scene.state();
        String form =
                "it is like [[webhook]] with url = \"https://...\", group = \"Line 1\", event = \"blessing\" below it";
        String help = "impsh run webhooks-sync --help";

        refused("", " has no [[webhook]]", "webhook = [] says that there are none");
        refused("webhok = []", ": 'webhok' means nothing here; did you mean webhook?", "known: webhook");
        refused("webhook = 3", " has no [[webhook]]", form);
        refused(
                "[[webhook]]\nurl = 'x'",
                ", line 1, webhook 1: a webhook needs an address that begins with http:// or https://",
                form);
        refused(
                "\n[[webhook]]\ngrup = 'Line 1'",
                ", line 2, webhook 1: 'grup' means nothing here; did you mean group?",
                "known: url, group, event, contentType");
        refused(
                entry("group = 'Lime 1'\nevent = 'blessing'"),
                ", line 1, webhook 1: no device group is called 'Lime 1'; nearest: Line 1, Line 2",
                help);
        refused(
                entry("group = 'Line 1'"),
                ", line 1, webhook 1: event has to be a text, or several as [\"a\", \"b\"]",
                form);
        refused(
                entry("group = 'Line 1'\nevent = 'blesing'"),
                ", line 1, webhook 1: there is no event 'blesing'; did you mean blessing?",
                "events: blessing, blinkup, deployment");
        refused(
                entry("group = 'Line 1'\nevent = 'blessing'\ncontentType = 'jason'"),
                ", line 1, webhook 1: there is no content type \"jason\"; did you mean json?",
                "content types: json, form");
        refused(
                FILE + entry("group = 'Line 1'\nevent = 'blessing'") + entry("group = ['Line 1']\nevent = 'blessing'"),
                ", line 15, webhook 4: blessing of Line 1 to https://a.example/?… is twice in the file",
                help);
        refused(
                entry("group = 'Line 1'\nevent = 'blessing'"),
                ", line 1, webhook 1: the group Line 1 is not in Tracker",
                "leave it out of the file",
                "--product",
                "Tracker");
        refused(
                "a = ",
                null,
                "texts stand in quotes, as in name = \"Line 1\"; a list of tables begins each with [[name]]");

        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void runAgainUnderFaultsItIsAsInTheFile() {
        scene.sandbox().setFaults("429:5%,500:5%,reset:3%");

        CommandLineRun run;
        int runs = 0;
        do {
            run = scene.run(NAME, "--file", file, "--remove", "--yes", "-o", "csv");
            assertThat(run.exitCode()).as(run.toString()).isIn(0, 3);
            assertThat(++runs).as(run.toString()).isLessThan(MOST_RUNS);
        } while (!run.out().lines().skip(1).allMatch(line -> line.endsWith(",already so")));

        scene.sandbox().setFaults("");
        assertThat(scene.value(WEBHOOKS)).isEqualTo(AS_IN_THE_FILE);
    }

    private static String entry(String rest) {
        return "[[webhook]]\nurl = 'https://a.example/?b'\n" + rest + "\n";
    }

    /** @param message what follows the name of the file, or {@code null} when it is the TOML reader's own */
    private void refused(String content, String message, String hint, String... words) {
        String wrong = scene.file("wrong.toml", content);
        String[] all = new String[words.length + 2];
        all[0] = "--file";
        all[1] = wrong;
        System.arraycopy(words, 0, all, 2, words.length);
        String said =
                message == null ? "cannot read " + wrong + ", line 1 as TOML: Premature end of file" : wrong + message;
        assertThat(scene.run(NAME, all)).isEqualTo(new CommandLineRun(2, "", "impsh: " + said + "\n  " + hint + "\n"));
    }

    private static String table(String changed, String created, String rest) {
        return " what     group               event       url                               contentType                        outcome\n"
                + row("Thermostat field    blessing    https://hooks.example/blessing    ", FORM, changed)
                + row("Thermostat field B  blessing    https://hooks.example/blessing    ", FORM, changed)
                + row("Line 1              deployment  https://…@hooks.example/new?…     ", JSON, created)
                + row("Line 1              blinkup     https://…@hooks.example/new?…     ", JSON, created)
                + row("Thermostat field    blinkup     https://hooks.example/blinkup     ", FORM, rest)
                + row("Thermostat field    deployment  https://hooks.example/deployment  ", JSON, rest)
                + row("Thermostat field B  blinkup     https://hooks.example/blinkup     ", FORM, rest)
                + row("Thermostat field B  deployment  https://hooks.example/deployment  ", JSON, rest)
                + "8 rows\n";
    }

    private static String row(String cells, String contentType, String outcome) {
        return " webhook  " + cells + contentType + "  " + outcome + "\n";
    }
}
