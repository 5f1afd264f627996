package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

    @TempDir
    Path home;

    /** Makes one thing of a kind for each name, and gives back what was read anew. */
    private static final String MAKE = """
            const names = %s;
            const kitchen = products.get('Thermostat');
            const line = deviceGroups.get('Line 1');
            const free = devices.where({group: null}).limit(names.length).toArray();
            for (const [at, name] of names.entries()) {
              products.create({name, description: name});
              kitchen.createGroup({name, description: name});
              free[at].rename(name);
            }
            const found = (query) => names.map(name => query.where({name}).first().name);
            """;

    @ParameterizedTest
    @ValueSource(strings = {"products", "deviceGroups", "devices"})
    void areCreatedFoundAndPrintedInEachFormat(String kind) {
        assertThat(texts(json("found(" + kind + ")"))).isEqualTo(NAMES);
        String chosen = kind + ".where(x => names.includes(x.name)).select('name')";
        for (String format : List.of("table", "csv", "ndjson", "json")) {
            CommandLineRun run = run(format, chosen);
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertHarmless(run.out());
        }
        assertThat(run("table", chosen).out().lines()).hasSize(NAMES.size() + 2);
        assertThat(run("ndjson", chosen).out().lines()).hasSize(NAMES.size());
        List<String> printed = new ArrayList<>();
        run("ndjson", chosen)
                .out()
                .lines()
                .forEach(line -> printed.add(read(line).path("name").stringValue()));
        assertThat(printed).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "print(`${names}`)",
                "print(names)",
                "print(names.join())",
                "for (const name of names) print(free[0].rename(name))",
                "print(devices.where({name: names}).moveTo(line))",
                "print(devices.where({name: names}).moveTo(line).apply())",
                "names.forEach(name => { try { products.get(name + '!') } catch (e) { print(e.message, e.hint) } })",
                "names.forEach(name => { try { products.create({name}) } catch (e) { print(e.message, e.hint) } })",
                "for (const name of names) devices.get(name).restart()"
            })
    void neverSteerTheTerminal(String input) {
        CommandLineRun run = run("table", input);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertHarmless(run.out());
        assertHarmless(run.err());
        assertThat((run.out() + run.err()).lines()).noneMatch(line -> line.startsWith("two"));
    }

    @Test
    void failuresThatEndTheRunAreHarmlessToo() {
        for (String name : NAMES) {
            CommandLineRun run = run("table", "products.create({name: names[" + NAMES.indexOf(name) + "]})");

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).startsWith("impsh: cannot create product ").contains("Duplicate Resource");
            assertHarmless(run.err());
        }
    }

    private static void assertHarmless(String text) {
        assertThat(text).doesNotContainPattern("[\\p{Cc}&&[^\n\t]]|\u202e").doesNotContain("\r");
    }

    private CommandLineRun run(String format, String input) {
        String script = MAKE.formatted(new JsonMapper().writeValueAsString(NAMES));
        return CommandLineRun.of(home, "", "--sandbox", "--yes", "-o", format, "-e", script + ";0", "-e", input);
    }

    private JsonNode json(String input) {
        CommandLineRun run = run("json", input);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return read(run.out());
    }

    private static JsonNode read(String json) {
        return new JsonMapper().readTree(json);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }
}
