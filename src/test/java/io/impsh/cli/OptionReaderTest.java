package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.library.ReservedOptions;
import io.impsh.library.UsageException;
import io.impsh.output.OutputFormat;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptionReaderTest {
    private static final String[] SANDBOX = {"--sandbox", ""};
    private static final String[] DRY_RUN = {"--dry-run", ""};

    @ParameterizedTest(name = "impsh {0}")
    @MethodSource
    void understands(String words, Command command, Map<String, String> options) {
        assertThat(OptionReader.read(words.isEmpty() ? new String[0] : words.split(" ")))
                .isEqualTo(new Invocation(command, new Options(options)));
    }

    static Stream<Arguments> understands() {
        return Stream.of(
                form("", new Command.Converse()),
                form("--sandbox", new Command.Converse(), SANDBOX),
                form("-e 1+1", new Command.Evaluate(List.of("1+1"))),
                form("-e1 --eval 2 --eval=3", new Command.Evaluate(List.of("1", "2", "3"))),
                form("-e -1", new Command.Evaluate(List.of("-1"))),
                form("-e --x", new Command.Evaluate(List.of("--x"))),
                form("-o json -e 1 --sandbox", new Command.Evaluate(List.of("1")), SANDBOX, new String[] {
                    "--output", "json"
                }),
                form("-ojson -e 1", new Command.Evaluate(List.of("1")), new String[] {"--output", "json"}),
                form("-o=json -e 1", new Command.Evaluate(List.of("1")), new String[] {"--output", "json"}),
                form("x.js", file("x.js")),
                form("./x a --flag b", file("./x", "a", "--flag", "b")),
                form("--dry-run x.js a --sandbox b", file("x.js", "a", "b"), DRY_RUN, SANDBOX),
                form("x.js a -- --sandbox", file("x.js", "a", "--sandbox")),
                form("-- x.js --sandbox", file("x.js", "--sandbox")),
                form("x.js -5", file("x.js", "-5")),
                form("run do --to A --limit 5", run("do", "--to", "A", "--limit", "5")),
                form("run --dry-run do --to A --sandbox", run("do", "--to", "A"), DRY_RUN, SANDBOX),
                form("--sandbox --devices 9 run do --devices 7", run("do", "--devices", "7"), SANDBOX, new String[] {
                    "--devices", "9"
                }),
                form("run do --note=a=b", run("do", "--note=a=b")),
                form("run do -- --yes", run("do", "--", "--yes")),
                form("run ./x.js --to A", run("./x.js", "--to", "A")),
                form("run do --help", new Command.ScriptHelp("do"), new String[] {"--help", ""}),
                form("--help run do", new Command.ScriptHelp("do"), new String[] {"--help", ""}),
                form("x.js -h", new Command.ScriptHelp("x.js"), new String[] {"--help", ""}),
                form("run --help", new Command.Help(CommandName.RUN), new String[] {"--help", ""}),
                form("--help", new Command.Help(null), new String[] {"--help", ""}),
                form("sandbox -h", new Command.Help(CommandName.SANDBOX), new String[] {"--help", ""}),
                form("-V", new Command.Version(), new String[] {"--version", ""}),
                form("plan x()", new Command.MakePlan("x()", List.of())),
                form("plan --out p.json x()", new Command.MakePlan("x()", List.of()), new String[] {"--out", "p.json"}),
                form(
                        "plan do --to A --out=p.json --yes",
                        new Command.MakePlan("do", List.of("--to", "A")),
                        new String[] {"--out", "p.json"},
                        new String[] {"--yes", ""}),
                form("plan do -- --out", new Command.MakePlan("do", List.of("--", "--out"))),
                form("plan do --help", new Command.ScriptHelp("do"), new String[] {"--help", ""}),
                form("plan x() --help", new Command.Help(CommandName.PLAN), new String[] {"--help", ""}),
                form("run do --out x", run("do", "--out", "x")),
                form("apply p.json", new Command.ApplyPlan("p.json")),
                form(
                        "apply --waves 1,5% b81c --retry-unknown",
                        new Command.ApplyPlan("b81c"),
                        new String[] {"--waves", "1,5%"},
                        new String[] {"--retry-unknown", ""}),
                form("apply -- b81c", new Command.ApplyPlan("b81c")),
                form("scripts", new Command.Scripts(null)),
                form("scripts do", new Command.Scripts("do")),
                form("types", new Command.Types()),
                form("completion zsh", new Command.Completion("zsh")),
                form("sandbox --port 0 --strict", new Command.Serve(), new String[] {"--port", "0"}, new String[] {
                    "--strict", ""
                }),
                form("run do --yes", run("do"), new String[] {"--yes", ""}),
                form("run do --yes=5 a", run("do", "a"), new String[] {"--yes", "5"}));
    }

    private static Arguments form(String words, Command command, String[]... options) {
        Map<String, String> given = new HashMap<>();
        for (String[] option : options) {
            given.put(option[0], option[1]);
        }
        return Arguments.of(words, command, given);
    }

    private static Command file(String file, String... words) {
        return new Command.RunFile(file, List.of(words));
    }

    private static Command run(String name, String... words) {
        return new Command.RunSaved(name, List.of(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "--sandbx             ~ there is no option --sandbx; did you mean --sandbox?",
                "-x                   ~ there is no option -x",
                "rum do               ~ there is no command 'rum'; did you mean run?",
                "-e                   ~ --eval needs a value: EXPR",
                "-e 1 x.js            ~ -e and x.js exclude each other",
                "-e 1 run do          ~ -e and run exclude each other",
                "--quiet=yes          ~ --quiet takes no value",
                "-o xml               ~ there is no output format 'xml'",
                "-o json -o csv       ~ --output is given twice",
                "--yes=many           ~ --yes: 'many' is no number of things",
                "--timeout soon       ~ --timeout: 'soon' is no duration",
                "--timeout 0          ~ --timeout: '0' is no duration",
                "--devices 5          ~ --devices is an option of the sandbox",
                "--data x             ~ --data is an option of the sandbox",
                "--sandbox --profile a ~ --sandbox is a profile of its own: leave out --profile and --endpoint",
                "run                  ~ run what? a saved script or a file",
                "plan                 ~ plan what? an expression whose value is a plan, or a saved script",
                "apply                ~ apply what? a file with a plan, or the id of one that was begun",
                "apply a b            ~ apply: unexpected 'b'",
                "-e 1 --out x         ~ --out is an option of impsh plan",
                "logs a --waves 1     ~ --waves is an option of impsh apply",
                "run -- do            ~ run what? a saved script or a file",
                "run --from A         ~ there is no option --from",
                "scripts a b          ~ scripts: unexpected 'b'",
                "sandbox a            ~ sandbox: unexpected 'a'",
                "types a              ~ types: unexpected 'a'",
                "completion fish      ~ completion for which shell? bash or zsh",
            })
    void refuses(String words, String message) {
        assertThatThrownBy(() -> OptionReader.read(words.split(" ")))
                .matches(failure -> ExitCode.of(failure) == ExitCode.USAGE)
                .hasMessage(message);
    }

    @Test
    void convertsWhatIsTyped() {
        Options options = OptionReader.read("-o", "csv", "--timeout", "1h30m", "--yes=500", "-e", "1")
                .options();

        assertThat(options.format()).isEqualTo(OutputFormat.CSV);
        assertThat(options.timeout()).contains(Duration.ofMinutes(90));
        assertThat(options.yesLimit()).hasValue(500);
    }

    @Test
    void noParameterOfAScriptCanBeCalledLikeAGlobalOption() {
        assertThat(OptionTable.ALL.stream().filter(Option::isGlobal).map(Option::name))
                .containsExactlyInAnyOrderElementsOf(ReservedOptions.NAMES);
    }

    @Test
    void sandboxOptionsAreCheckedBeforeAnythingStarts() {
        assertThatThrownBy(() -> SandboxSettings.of(
                        OptionReader.read("sandbox", "--devices", "many").options()))
                .isInstanceOf(UsageException.class)
                .hasMessage("--devices: 'many' is no number");
        assertThatThrownBy(() -> SandboxSettings.of(
                        OptionReader.read("sandbox", "--devices", "-1").options()))
                .isInstanceOf(UsageException.class)
                .hasMessage("sandbox: devices must be 0 or more, not -1");
        assertThat(SandboxSettings.of(OptionReader.read("sandbox", "--rate-limit", "off")
                                .options())
                        .rateLimit())
                .isEmpty();
    }
}
