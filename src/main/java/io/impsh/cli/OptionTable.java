package io.impsh.cli;

import static io.impsh.cli.Option.flag;
import static io.impsh.cli.Option.valued;

import java.util.List;
import java.util.Optional;

/**
 * Every option there is, declared once: the reader goes by it on every start, and picocli's model, which is slow to load,
 * is built from it for the help and the completion.
 */
final class OptionTable {
    static final String EXPRESSION = "--eval";
    static final String SHELL = "--shell";
    static final String KEEP_GOING = "--keep-going";

    static final List<Option> ALL = List.of(
            valued(EXPRESSION, "-e", "EXPR", "evaluate, print the value and exit; may be repeated")
                    .repeated()
                    .ofCommand(""),
            flag("--sandbox", null, "use an embedded cloud with simulated devices"),
            valued("--data", null, "FILE", "where the embedded cloud keeps its state"),
            valued("--profile", null, "NAME", "the profile to use"),
            valued("--endpoint", null, "URL", "the service's base URL"),
            valued("--output", "-o", "FORMAT", "table, json, ndjson or csv"),
            flag("--dry-run", null, "send no write; list what would be sent"),
            flag("--yes", null, "answer questions with yes, if no more than N things are affected")
                    .withOptionalValue("N"),
            flag("--unlock", null, "allow writes with a production profile"),
            flag("--read-only", null, "refuse every write"),
            valued("--timeout", null, "DURATION", "give up after this time, with exit code 124"),
            valued("--color", null, "WHEN", "colours: auto, always or never"),
            flag("--no-color", null, "no colours"),
            flag("--no-rc", null, "do not run init.js"),
            flag(SHELL, null, "go on at the prompt after -e or a file, with its variables"),
            flag(KEEP_GOING, null, "of several -e and of standard input, go on after one that fails"),
            flag("--quiet", null, "neither progress nor notices"),
            flag("--debug", null, "show requests and stack traces"),
            flag("--version", "-V", "print the version"),
            flag("--help", "-h", "print this help, or that of a command or script"),
            valued("--user", null, "U", "user name or e-mail; asked for unless given")
                    .ofCommand("login"),
            flag("--password-stdin", null, "read the password from standard input; a one-time code follows it")
                    .ofCommand("login"),
            flag("--key-stdin", null, "read a login key from standard input").ofCommand("login"),
            valued("--cloud", null, "CLOUD", "aws or azure, instead of an endpoint")
                    .ofCommand("login"),
            flag("--temp", null, "store nothing that outlives the access token").ofCommand("login"),
            flag("--local", null, "in .impt.auth in this directory, as the vendor's tool keeps it")
                    .ofCommand("login", "logout"),
            valued(PlanProgram.OUT, null, "FILE", "save the plan instead of printing it")
                    .ofCommand("plan"),
            ofApply(valued(ApplyWords.WAVES, null, "N|P%,...", "in waves up to these shares, such as 1,5%,100%")),
            ofApply(valued(ApplyWords.PAUSE, null, "D|ask", "between waves: so long, or until somebody agrees")),
            ofApply(valued(
                    ApplyWords.HEALTH, null, "SIGN=D,...", "asked of each wave: online=10m, no-errors=2m or both")),
            ofApply(valued(ApplyWords.WITHIN, null, "D", "how long a wave may take to become healthy  (5m)")),
            ofApply(valued(ApplyWords.MAX_FAILURES, null, "N|P%", "start nothing more after so many failures  (5%)")),
            ofApply(flag(ApplyWords.RETRY_UNKNOWN, null, "when resuming, repeat what may have happened already")),
            ofApply(flag(ApplyWords.UNBOND_KEY, null, "read the unbond key from standard input")),
            ofLogs(valued(LogsProgram.MATCH, null, "RE", "only lines whose message matches this pattern")),
            ofLogs(valued(LogsProgram.EXCLUDE, null, "RE", "no lines whose message matches this pattern")),
            ofLogs(valued(LogsProgram.TYPES, null, "TYPE,...", "only lines of these types, such as server.error")),
            ofLogs(valued(LogsProgram.HIGHLIGHT, null, "RE", "what stands out in messages")),
            ofLogs(valued(LogsProgram.SINCE, null, "T", "stored lines first, from then on: 10m, 2h or an ISO time")),
            ofLogs(valued(LogsProgram.LIMIT, null, "N", "end after so many lines")),
            ofLogs(valued(LogsProgram.FORMAT, null, "F", "text, json, or such as '{time} {device} {message}'")),
            ofLogs(valued(LogsProgram.TO, null, "FILE", "append to a file instead of standard output")),
            ofSandbox(valued("--port", null, "N", "TCP port; any free one unless given")),
            ofSandbox(valued("--devices", null, "N", "how many devices there are  (250)")),
            ofSandbox(valued("--seed", null, "N", "same seed, same ids, names and faults  (1)")),
            ofSandbox(valued("--rate-limit", null, "N|off", "requests a second  (40)")),
            ofSandbox(valued("--latency", null, "MS", "added to every answer  (0)")),
            ofSandbox(valued("--log-rate", null, "N", "log lines a second of all devices together")),
            ofSandbox(valued("--streams", null, "N", "log streams of an account")),
            ofSandbox(valued("--stream-devices", null, "N", "devices of a log stream")),
            ofSandbox(valued("--token-life", null, "SECONDS", "how long an access token is valid  (3600)")),
            ofSandbox(flag("--strict", null, "refuse requests with unknown keys or missing fields")),
            ofSandbox(valued("--webhooks", null, "any|loopback|off", "where webhooks may go  (loopback)")),
            ofSandbox(valued("--faults", null, "SPEC", "what goes wrong, such as 429:5%,reset:1%")));

    private OptionTable() {}

    private static Option ofApply(Option option) {
        return option.ofCommand(CommandName.APPLY.word());
    }

    private static Option ofLogs(Option option) {
        return option.ofCommand(LogsProgram.COMMAND);
    }

    private static Option ofSandbox(Option option) {
        return option.ofCommand(CommandName.SANDBOX.word());
    }

    static Optional<Option> find(String word) {
        for (Option option : ALL) {
            if (option.isCalled(word)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }
}
