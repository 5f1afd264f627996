package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With -o json a failure is one JSON object on standard error, whatever failed. */
class JsonErrorsTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-o json --sandbx",
                "--sandbx -o json",
                "--sandbx --output=json",
                "-ojson --sandbx",
                "--output ndjson --sandbx",
            })
    void wrongUsageIsToldAsItWouldBeWanted(String words) {
        assertThat(run(words.split(" "))).isEqualTo(new CommandLineRun(2, "", """
                {"error":{"code":"USAGE","message":"there is no option --sandbx; did you mean --sandbox?",\
                "hint":"impsh --help lists them"}}
                """));
    }

    @Test
    void whereNoFormatCanBeMadeOutItIsToldInWords() {
        assertThat(run("-o", "jsn", "--sandbox").err())
                .isEqualTo("impsh: there is no output format 'jsn'; did you mean json?\n"
                        + "  formats: table, json, ndjson, csv\n");
        assertThat(run("-o").err()).startsWith("impsh: --output needs a value");
        assertThat(run("--", "-o", "json").err()).startsWith("impsh: ");
    }

    @Test
    void scriptsAndTheirParameters() {
        assertThat(run("-o", "json", "run", "nothing").err()).startsWith("{\"error\":{\"code\":\"USAGE\",");
        assertThat(run("-o", "json", "--sandbox", "run", "bulk-reassign").err())
                .startsWith("{\"error\":{\"code\":\"USAGE\",")
                .hasLineCount(1);
        assertThat(run("-o", "json", "--sandbox", "-e", "nope").err())
                .startsWith("{\"error\":{\"code\":\"SCRIPT_ERROR\",")
                .hasLineCount(1);
    }

    @Test
    void noLogin() {
        CommandLineRun run = run("-o", "json", "-e", "devices.count()");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err())
                .startsWith("{\"error\":{\"code\":\"NOT_LOGGED_IN\",")
                .hasLineCount(1);
    }

    @Test
    void whatTheServiceRefusedHasItsStatusAndRequestId() {
        CommandLineRun run = run("-o", "json", "--sandbox", "-e", "products.create({name: 'Thermostat'})");

        assertThat(run.err().replaceFirst("[0-9a-f-]{36}", "ID")).isEqualTo("""
                {"error":{"code":"CONFLICT","message":"cannot create product \\"Thermostat\\": Duplicate Resource: \
                Products must have unique names. (CX001)","hint":null,"status":409,"requestId":"ID",\
                "at":"-e:1:1"}}
                """);
    }

    @Test
    void aTimeoutIsOneToo() {
        assertThat(run("-o", "json", "--sandbox", "--timeout", "1s", "-e", "sleep(60)"))
                .isEqualTo(
                        new CommandLineRun(
                                124,
                                "",
                                "{\"error\":{\"code\":\"TIMEOUT\",\"message\":\"gave up after 1s (--timeout)\",\"hint\":null}}\n"));
    }

    private CommandLineRun run(String... words) {
        return CommandLineRun.of(home, "", words);
    }
}
