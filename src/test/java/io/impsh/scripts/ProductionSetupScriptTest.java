package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProductionSetupScriptTest {
    private static final String NAME = "production-setup";
    private static final int MOST_RUNS = 20;

    private static final String[] KETTLE = {
        "--product",
        "Kettle",
        "--description",
        "boils",
        "--region",
        "eu",
        "--webhook-url",
        "https://me:pw@hooks.example/k?t=1"
    };

    private static final String GROUPS =
            "groups.where({product: 'Kettle'}).select('name', 'kind', 'loadCodeAfterBlessing', 'region', 'productionTarget', 'dutTarget')";

    private static final String AS_IT_SHOULD_BE = """
             name               kind        loadCodeAfterBlessing  region  productionTarget   dutTarget
             Kettle production  production  no                     eu      -                  -
             Kettle DUT         dut         -                      -       -                  -
             Kettle factory     factory     -                      -       Kettle production  Kettle DUT
            3 groups""";

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;

    private ScriptScene start(SandboxOptions options) {
        scene = scenes.start(options.withDevices(40));
        return scene;
    }

    @Test
    void aDryRunChangesNothingAndShowsEachWrite() {
        start(SandboxOptions.defaults());

        CommandLineRun run = scene.dryRun(NAME, KETTLE);

        assertThat(run.out()).isEqualTo(rows("planned"));
        assertThat(run.err()).startsWith("dry run: 7 requests would be sent:\n  POST /products ");
    }

    @Test
    void makesAllOfItOnce() {
        start(SandboxOptions.defaults());

        CommandLineRun run = scene.run(NAME, KETTLE);

        assertThat(run).isEqualTo(new CommandLineRun(0, rows("created"), ""));
        assertThat(scene.value(GROUPS)).isEqualTo(AS_IT_SHOULD_BE);
        assertThat(scene.value("products.Kettle.description")).isEqualTo("boils");
        assertThat(scene.value("products.Kettle.webhooks.select('event', 'group', 'url', 'contentType')"))
                .isEqualTo("""
                         event     group              url                                contentType
                         blessing  Kettle production  https://me:pw@hooks.example/k?t=1  application/json
                         blinkup   Kettle production  https://me:pw@hooks.example/k?t=1  application/json
                        2 webhooks""");

        String before = scene.state();
        CommandLineRun again = scene.run(NAME, KETTLE);

        assertThat(again).isEqualTo(new CommandLineRun(0, rows("already so"), ""));
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void changesWhatDiffersAndMakesWhatIsMissing() {
        start(SandboxOptions.defaults());
        String[] words = {
            "--product", "Thermostat",
            "--production-group", "Thermostat field B",
            "--dut-group", "Tested",
            "--factory-group", "Thermostat fixtures",
            "--webhook-url", "https://hooks.example/blessing",
            "--webhook-event", "blessing",
            "--webhook-content", "form"
        };

        CommandLineRun run = scene.run(NAME, words);

        assertThat(run.out()).isEqualTo("""
                         what              name                                        outcome     detail
                         product           Thermostat                                  already so  -
                         production group  Thermostat field B                          changed     loadCodeAfterBlessing: false
                         dut group         Tested                                      created     -
                         factory group     Thermostat fixtures                         changed     productionTarget: Thermostat field B, dutTarget: Tested
                         webhook           blessing to https://hooks.example/blessing  changed     contentType: application/x-www-form-urlencoded
                        5 rows
                        """);
        assertThat(
                        scene.value(
                                "const g = groups['Thermostat fixtures']; [g.productionTarget.name, g.productionTarget.loadCodeAfterBlessing, g.dutTarget.name].join()"))
                .isEqualTo("Thermostat field B,false,Tested");
        assertThat(
                        scene.value(
                                "webhooks.where({group: 'Thermostat field B', event: 'blessing'}).map(h => h.contentType).join()"))
                .isEqualTo("application/x-www-form-urlencoded");
        assertThat(scene.run(NAME, words).out()).doesNotContain("changed").doesNotContain("created");
    }

    @Test
    void makesGroupsOfThePreProductionKinds() {
        start(SandboxOptions.defaults());

        CommandLineRun run = scene.run(NAME, "--product", "Kettle", "--pre", "-o", "json");

        assertThat(run.out()).isEqualTo("""
                        [
                          {
                            "what": "product",
                            "name": "Kettle",
                            "outcome": "created",
                            "detail": null
                          },
                          {
                            "what": "pre-production group",
                            "name": "Kettle pre-production",
                            "outcome": "created",
                            "detail": null
                          },
                          {
                            "what": "pre-dut group",
                            "name": "Kettle pre-DUT",
                            "outcome": "created",
                            "detail": null
                          },
                          {
                            "what": "pre-factory group",
                            "name": "Kettle pre-factory",
                            "outcome": "created",
                            "detail": null
                          }
                        ]
                        """);
        assertThat(scene.value("products.Kettle.groups.map(g => g.kind).join()"))
                .isEqualTo("pre-production,pre-dut,pre-factory");
    }

    @Test
    void refusesWhatCannotBeMadeSo() {
        start(SandboxOptions.defaults());
        String before = scene.state();

        refused(
                "'Line 1' is there, but it is a development group and no production group",
                "the kind of a group cannot be changed; give another name with --production-group",
                "--product",
                "Thermostat",
                "--production-group",
                "Line 1");
        refused(
                "'Thermostat field' is there, with no region",
                "the region of a group cannot be changed; give another name with --production-group",
                "--product",
                "Thermostat",
                "--production-group",
                "Thermostat field",
                "--region",
                "eu");
        refused(
                "two groups would be called 'A'",
                "give another name with --dut-group",
                "--product",
                "Kettle",
                "--production-group",
                "A",
                "--dut-group",
                "A");
        refused("--product: a name has 1 to 80 characters", "it is \" \"", "--product", " ");
        refused(
                "--webhook-url: a webhook needs an address that begins with http:// or https://",
                "impsh run production-setup --help",
                "--product",
                "Kettle",
                "--webhook-url",
                "hooks.example");
        refused(
                "--webhook-event needs --webhook-url",
                "impsh run production-setup --help",
                "--product",
                "Kettle",
                "--webhook-event",
                "blinkup");

        assertThat(scene.state()).isEqualTo(before);
    }

    /** A create whose answer was lost is not sent again by itself; the next run finds what it made. */
    @Test
    void runAgainUnderFaultsItIsAsItShouldBe() {
        start(SandboxOptions.defaults().withSeed(11).withFaults("429:5%,500:5%,reset:10%"));
        CommandLineRun run = scene.run(NAME, KETTLE);
        for (int runs = 1; !run.out().equals(rows("already so")); runs++) {
            assertThat(runs).as(run.toString()).isLessThan(MOST_RUNS);
            run = scene.run(NAME, KETTLE);
        }

        scene.sandbox().setFaults("");
        assertThat(scene.value(GROUPS)).isEqualTo(AS_IT_SHOULD_BE);
        assertThat(scene.value("products.Kettle.webhooks.count()")).isEqualTo("2");
    }

    private void refused(String message, String hint, String... words) {
        assertThat(scene.run(NAME, words))
                .isEqualTo(new CommandLineRun(2, "", "impsh: " + message + "\n  " + hint + "\n"));
    }

    private static String rows(String outcome) {
        return row("what", "name", "outcome" + " ".repeat(outcome.length() - "outcome".length()), "detail")
                + row("product", "Kettle", outcome, "-")
                + row("production group", "Kettle production", outcome, "-")
                + row("dut group", "Kettle DUT", outcome, "-")
                + row("factory group", "Kettle factory", outcome, "-")
                + row("webhook", "blessing to https://…@hooks.example/k?…", outcome, "-")
                + row("webhook", "blinkup to https://…@hooks.example/k?…", outcome, "-")
                + "6 rows\n";
    }

    private static String row(String what, String name, String outcome, String detail) {
        return " %-16s  %-39s  %s  %s\n".formatted(what, name, outcome, detail);
    }
}
