package io.impsh.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.cli.CommandLineRun;
import io.impsh.sandbox.SandboxOptions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProductRemoveScriptTest {
    private static final String NAME = "product-remove";
    private static final String KEY = "sandbox-unbond-key";
    private static final int MOST_RUNS = 20;

    /** A small one, with a device in production, one on the line, builds of which one is flagged, and a webhook. */
    private static final String KETTLE = """
            const kettle = products.create({name: 'Kettle'})
            const field = kettle.createGroup({name: 'Field', kind: 'production'})
            const line = kettle.createGroup({name: 'Line', kind: 'development'})
            kettle.createGroup({name: 'Tested', kind: 'dut'})
            kettle.createGroup({name: 'Fixtures', kind: 'factory', productionTarget: 'Field', dutTarget: 'Tested'})
            sandbox.addDevices({name: 'unit-1', group: 'Tested'})
            sandbox.bless('unit-1', field)
            sandbox.addDevices({name: 'unit-2', group: 'Line'})
            line.deploy({deviceCode: '', agentCode: '', tags: ['kept'], flagged: true})
            field.deploy({deviceCode: '', agentCode: '', tags: ['sold']})
            field.createWebhook({url: 'https://hooks.example/k', event: 'blessing'})
            kettle.name
            """;

    private static final String GOES = """
            product Kettle goes, with
              production group Field: 1 device, 1 webhook
              development group Line: 1 device, 0 webhooks
              dut group Tested: 0 devices, 0 webhooks
              factory group Fixtures: 0 devices, 0 webhooks
              2 builds
            """;

    private static final String LEFT =
            "JSON.stringify({products: products.where({name: 'Kettle'}).count(), groups: groups.where({name: /^(Field|Line|Tested|Fixtures)$/}).count(),"
                    + " builds: builds.where({tag: ['kept', 'sold']}).count(), units: devices.where({name: /^unit/}).map(d => d.group)})";

    private static final String ALL_GONE = "{\"products\":0,\"groups\":0,\"builds\":0,\"units\":[null,null]}";

    @RegisterExtension
    final ScriptScenes scenes = new ScriptScenes();

    private ScriptScene scene;
    private String key;

    private void start(SandboxOptions options) {
        scene = scenes.start(options.withDevices(40));
        key = "@" + scene.file("key", KEY);
        CommandLineRun made = scene.impshWith(KETTLE);
        assertThat(made.exitCode()).as(made.toString()).isZero();
    }

    @Test
    void aDryRunChangesNothing() {
        start(SandboxOptions.defaults());

        CommandLineRun run = scene.dryRun(NAME, "--product", "Kettle", "--unbond-key", key);

        assertThat(run.out()).isEqualTo(report("planned", "9 planned · 0 skipped      0.0 s"));
        assertThat(run.err())
                .startsWith(GOES + "1 production device unassigned\ndry run: 10 requests would be sent:\n")
                .doesNotContain(KEY);
    }

    @Test
    void removesAllOfItOnce() {
        start(SandboxOptions.defaults());

        CommandLineRun run = scene.run(NAME, "--product", "Kettle", "--unbond-key", key, "--yes");

        assertThat(run.out().replaceFirst("\\d+\\.\\d s\n$", "0.0 s\n"))
                .isEqualTo(report("done", "9 done · 0 failed · 0 stale · 0 skipped · 0 unknown      0.0 s"));
        assertThat(run.err()).isEqualTo(GOES + "1 production device unassigned\n");
        assertThat(run.exitCode()).isZero();
        assertThat(scene.value(LEFT)).isEqualTo(ALL_GONE);

        String before = scene.state();
        CommandLineRun again = scene.run(NAME, "--product", "Kettle", "--yes", "-o", "json");

        assertThat(again)
                .isEqualTo(new CommandLineRun(
                        0, """
                        [
                          {
                            "what": "product",
                            "name": "Kettle",
                            "outcome": "already so"
                          }
                        ]
                        """, "no product is called 'Kettle': nothing to remove; products.names() lists them\n"));
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void leavesTheBuildsBehindWhenTold() {
        start(SandboxOptions.defaults());

        CommandLineRun run = scene.run(NAME, "--product", "Kettle", "--unbond-key", key, "--builds", "false", "--yes");

        assertThat(run.exitCode()).as(run.toString()).isZero();
        assertThat(run.err()).contains("\n  2 builds, which stay without a group\n");
        assertThat(scene.value(LEFT)).isEqualTo("{\"products\":0,\"groups\":0,\"builds\":2,\"units\":[null,null]}");
    }

    @Test
    void namesTheNearestOfAProductThatIsNotThere() {
        start(SandboxOptions.defaults());

        CommandLineRun run = scene.run(NAME, "--product", "Kettl", "--yes");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        0,
                        " what     name   outcome\n product  Kettl  already so\n1 row\n",
                        "no product is called 'Kettl': nothing to remove; nearest: Kettle\n"));
    }

    @Test
    void leavesAProductOfSomebodyElseWhole() {
        start(SandboxOptions.defaults());
        String before = scene.state();

        CommandLineRun run = scene.run(NAME, "--product", "Pump", "--yes");

        assertThat(run)
                .isEqualTo(new CommandLineRun(
                        2,
                        "",
                        "impsh: Pump belongs to partner, and only its owner may remove it\n"
                                + "  impsh -e me shows who you are\n"));
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void needsTheUnbondKeyForProductionDevices() {
        start(SandboxOptions.defaults());
        String before = scene.state();

        CommandLineRun run = scene.run(NAME, "--product", "Kettle", "--yes");

        assertThat(run).isEqualTo(new CommandLineRun(2, "", """
                        impsh: not all of it can be removed, so nothing is: Field: it holds 1 production device; Kettle: group Field cannot be removed
                          give the account's unbond key: --unbond-key @FILE, or --unbond-key - for standard input
                        """));
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void aWrongKeyChangesNothing() {
        start(SandboxOptions.defaults());
        String before = scene.state();

        CommandLineRun run =
                scene.impshWith("wrong", "run", NAME, "--product", "Kettle", "--unbond-key", "-", "--yes", "-o", "csv");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .isEqualTo(
                        "id,name,from,to,outcome,reason\n" + scene.value("devices.get('unit-1').id")
                                + ",unit-1,Field,,failed,Invalid Unbond Key: Unassigning production devices needs the account's unbond key.\n");
        assertThat(run.err())
                .startsWith(
                        GOES + "stopped before anything else is changed: production devices could not be unassigned\n");
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void asksBeforeAnythingIsChanged() {
        start(SandboxOptions.defaults());
        String before = scene.state();

        CommandLineRun run = scene.run(NAME, "--product", "Kettle", "--unbond-key", key);

        assertThat(run.exitCode()).isEqualTo(6);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(GOES + "impsh: a confirmation is needed, and nobody can be asked: ");
        assertThat(scene.state()).isEqualTo(before);
    }

    @Test
    void runAgainUnderFaultsItIsGone() {
        start(SandboxOptions.defaults().withSeed(7));
        scene.sandbox().setFaults("429:5%,500:5%,reset:3%");

        CommandLineRun run;
        int runs = 0;
        do {
            run = scene.run(NAME, "--product", "Kettle", "--unbond-key", key, "--yes");
            assertThat(run.exitCode()).as(run.toString()).isIn(0, 3);
            assertThat(++runs).as(run.toString()).isLessThan(MOST_RUNS);
        } while (!run.out().contains("already so"));

        scene.sandbox().setFaults("");
        assertThat(scene.value(LEFT)).isEqualTo(ALL_GONE);
    }

    private static String report(String outcome, String counts) {
        String rest = " ".repeat("outcome".length() - Math.min(outcome.length(), "outcome".length()));
        return " name      from    to  outcome  reason\n"
                + List.of(
                                "unit-2    Line  ",
                                "kept      Line  ",
                                "Field     Kettle",
                                "Line      Kettle",
                                "Tested    Kettle",
                                "Fixtures  Kettle",
                                "Kettle    -     ",
                                "sold      Field ",
                                "kept      Line  ")
                        .stream()
                        .map(cells -> " " + cells + "  -   " + outcome + rest + "  -\n")
                        .collect(Collectors.joining())
                + " " + counts + "\n";
    }
}
