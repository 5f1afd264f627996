package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code impsh logs} for pipes. */
@Timeout(60)
class LogsProgramTest {
    @TempDir
    Path home;

    private CommandLineRun logs(String... words) {
        List<String> all = new ArrayList<>(List.of("--sandbox", "--log-rate", "2000", "logs"));
        all.addAll(List.of(words));
        return CommandLineRun.of(home, "", all.toArray(String[]::new));
    }

    @Test
    void linesGoToStandardOutputAndNothingElse() {
        CommandLineRun run = logs("Line 1", "--limit", "3", "-o", "ndjson");
        assertThat(run.out().lines())
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"time\":\"") && line.endsWith("\"}"));
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void aTemplateAndAFileAreObeyed() throws Exception {
        Path file = home.resolve("lines.txt");
        CommandLineRun run = logs(
                "thermo-0001",
                "--limit",
                "2",
                "--format",
                "{device} said",
                "--to",
                file.toString(),
                "--highlight",
                "t",
                "--since",
                "1h");
        assertThat(run).isEqualTo(new CommandLineRun(0, "", run.err()));
        assertThat(Files.readString(file)).isEqualTo("thermo-0001 said\nthermo-0001 said\n");
    }

    @Test
    void aJsonValueIsRefusedWithTheWayOut() {
        assertThat(logs("thermo-0001", "-o", "json"))
                .isEqualTo(
                        new CommandLineRun(
                                2,
                                "",
                                "{\"error\":{\"code\":\"USAGE\",\"message\":\"a stream of lines is not one JSON value\",\"hint\":\"-o ndjson writes a line of JSON for each\"}}\n"));
    }

    /** Stored lines fill the limit at once; the stream that is over then is no result. */
    @Test
    void aStreamThatIsFullBeforeAnybodyLooksIsNoResult() {
        CommandLineRun run = logs("thermo-0001", "--since", "1h", "--limit", "1", "-o", "ndjson");
        assertThat(run.out().lines()).hasSize(1).allMatch(line -> line.contains("\"message\":\""));
        CommandLineRun expression = CommandLineRun.of(
                home,
                "",
                "--sandbox",
                "--log-rate",
                "2000",
                "-o",
                "ndjson",
                "-e",
                "s = logs.stream('thermo-0001', {since: '1h', limit: 1}); sleep(0.5); s");
        assertThat(expression.out().lines()).hasSize(1).allMatch(line -> line.contains("\"message\":\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            Lime 1                         ~ 2 ~ no device, device group or product is called 'Lime 1'
            thermo-0001 --match (          ~ 2 ~ --match: '(' is no pattern: Unclosed group
            thermo-0001 --highlight [      ~ 2 ~ --highlight: '[' is no pattern: Unclosed character class
            thermo-0001 --limit 0          ~ 2 ~ --limit: '0' is no number of lines
            thermo-0001 --since soon       ~ 2 ~ stream: since must be a time ago such as '10m' or '2h', a Date or an ISO time, not 'soon'
            thermo-0001 --format {tme}     ~ 2 ~ the format has no {tme}
            thermo-0001 --to no/such/x.log ~ 1 ~ cannot write no/such/x.log: there is no such folder
            """)
    void mistakesAreTold(String words, int code, String message) {
        CommandLineRun run = logs(words.startsWith("Lime") ? new String[] {words} : words.split(" "));
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst().orElse("")).isEqualTo("impsh: " + message);
        assertThat(run.exitCode()).isEqualTo(code);
    }

    /** The call is ours: neither a line of it nor a place in it helps anybody. */
    @Test
    void aFailureShowsNoLineOfTheCallThatTheCommandMakes() {
        assertThat(logs("thermo-0001", "--to", "no/such/x.log"))
                .isEqualTo(new CommandLineRun(1, "", "impsh: cannot write no/such/x.log: there is no such folder\n"));
        assertThat(logs("thermo-0001", "--to", "no/such/x.log", "-o", "ndjson").err())
                .isEqualTo(
                        "{\"error\":{\"code\":\"FILE\",\"message\":\"cannot write no/such/x.log: there is no such folder\",\"hint\":null}}\n");
    }
}
