package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names with everything in them that could break a query, a table, a file or a terminal. */
class HostileNamesTest {
    private static final List<String> NAMES = List.of(
            "a\"b'c`d",
            "a/b\\c",
            "..",
            "50% of #1?&x=y",
            "😀 Küche 台所",
            "${process.exit()}",
            "=1+1",
            "a,b;c\td",
            "\u001b[2J\u001b[31mred",
            "one\ntwo 99 devices",
            "one\r\ntwo",
            "\u0000\u0007\u009b31m",
            "\u202egnp.exe");

    private static final String EVERY_ONE =
            "const names = %s; const free = devices.where({group: null}).limit(20).toArray();"
                    .formatted(new JsonMapper().writeValueAsString(NAMES));

    /** Makes one thing of a kind for each name. */
    private static final String MAKE = """
            names.forEach((name, at) => {
              products.create({name, description: name});
              products.get('Thermostat').createGroup({name, description: name}).deploy(
                {deviceCode: `// ${name}`, agentCode: '', description: name, origin: name});
              free[at].rename(name);
            })""";

    @TempDir
    static Path home;

    private static Sandbox sandbox;

    @BeforeAll
    static void make() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withoutRateLimit());
        CommandLineRun made = run("table", MAKE);
        assertThat(made.exitCode()).as(made.err()).isZero();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"products", "deviceGroups", "devices"})
    void areFoundAndPrintedInEachFormat(String kind) {
        assertThat(texts(run("json", "names.map(name => " + kind + ".where({name}).first().name)")))
                .isEqualTo(NAMES);
        assertThat(texts(run("json", "names.map(name => " + kind + ".get(name).name)")))
                .isEqualTo(NAMES);
        String chosen = kind + ".where({name: names}).select('name')";
        assertThat(harmless("table", chosen)).hasSize(NAMES.size() + 2);
        assertThat(harmless("ndjson", chosen).stream()
                        .map(line -> read(line).path("name").stringValue()))
                .containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(read(run("json", chosen).out()).findValuesAsString("name"))
                .containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "names",
                "devices.where({name: names})",
                "builds.where({description: names})",
                "builds.where({group: names[9]})",
                "devices.where({name: names}).assignTo('Line 1')",
                "devices.where({name: names}).assignTo('Line 1').apply()",
                "devices.where({name: names}).unassign().apply()",
                "names.map(name => products.get(name))"
            })
    void areHarmlessWhateverShowsThem(String input) {
        assertThat(harmless("table", input)).noneMatch(line -> line.startsWith("two"));
    }

    @Test
    void areHarmlessInFailures() {
        for (int at = 0; at < NAMES.size(); at++) {
            for (String input : List.of(
                    "products.create({name: names[%d]})",
                    "products.get(names[%d] + '!')",
                    "devices.where({name: names[%d]}).assignTo(names[%<d] + '!')",
                    "throw new Error(names[%d])")) {
                CommandLineRun run = run("table", input.formatted(at));

                assertThat(run.exitCode()).as(run.err()).isIn(1, 2);
                assertHarmless(run.err());
                assertThat(run.err().lines()).noneMatch(line -> line.startsWith("two"));
            }
        }
    }

    /** The lines on both outputs. */
    private static List<String> harmless(String format, String input) {
        CommandLineRun run = run(format, input);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertHarmless(run.out());
        assertHarmless(run.err());
        return run.out().lines().toList();
    }

    private static void assertHarmless(String text) {
        assertThat(text).doesNotContainPattern("[\\p{Cc}&&[^\n\t]]|\u202e").doesNotContain("\r");
    }

    private static CommandLineRun run(String format, String input) {
        Map<String, String> environment = Map.of(
                "IMPSH_HOME", home.toString(), "IMPSH_USER", sandbox.user(), "IMPSH_PASSWORD", sandbox.password());
        String endpoint = sandbox.baseUrl().toString();
        return CommandLineRun.of(
                environment, "", "--endpoint", endpoint, "--yes", "-o", format, "-e", EVERY_ONE, "-e", input);
    }

    private static JsonNode read(String json) {
        return new JsonMapper().readTree(json);
    }

    private static List<String> texts(CommandLineRun run) {
        assertThat(run.exitCode()).as(run.err()).isZero();
        return read(run.out()).valueStream().map(JsonNode::stringValue).toList();
    }
}
