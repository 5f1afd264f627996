package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.Completions;
import io.impsh.script.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** {@code .logs}: what can be done about log streams with few keys. */
final class LogCommands {
    private static final String NAME = ".logs";
    private static final String STOP = "stop";
    private static final String CALL = "logs.stream('";

    private final ShellPrinter printer;
    private final Evaluator evaluator;
    private final InputRunner inputs;

    LogCommands(ShellPrinter printer, Evaluator evaluator, InputRunner inputs) {
        this.printer = printer;
        this.evaluator = evaluator;
        this.inputs = inputs;
    }

    DotCommand command() {
        return DotCommand.with(
                        NAME, "[NAME|stop [N]]", "lists the log streams, starts one, or stops one or all", this::run)
                .completedBy(this::complete);
    }

    private void run(String argument) {
        if (argument.equals(STOP) || argument.matches(STOP + "\\s+\\d+")) {
            stop(argument.substring(STOP.length()).strip());
        } else if (argument.matches(STOP + "\\s+\\S+")) {
            throw new UserException("USAGE", ".logs stop takes the number of a log stream", ".logs lists them");
        } else if (argument.isEmpty()) {
            list();
        } else {
            inputs.loaded(NAME, CALL + unquoted(argument).replace("\\", "\\\\").replace("'", "\\'") + "')");
        }
    }

    /** A name with blanks needs no quotes here; they do no harm. */
    private static String unquoted(String name) {
        boolean isQuoted = name.length() > 2 && name.matches("\"[^\"]*\"|'[^']*'");
        return isQuoted ? name.substring(1, name.length() - 1) : name;
    }

    private void list() {
        if (evaluator.isStreaming()) {
            inputs.asked(NAME, "logs.streams()");
        } else {
            printer.notice("no log streams; .logs NAME starts one, of a device, a group or a product");
        }
    }

    private void stop(String number) {
        boolean any = evaluator.stopLogStreams(number.isEmpty() ? OptionalInt.empty() : OptionalInt.of(id(number)));
        if (!any) {
            throw new UserException(
                    "USAGE",
                    number.isEmpty() ? "no log stream is open" : "there is no log stream " + number,
                    ".logs lists them");
        }
        printer.aside(number.isEmpty() ? "all log streams are stopped" : "log stream " + number + " is stopped");
    }

    private static int id(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException tooLarge) {
            return Integer.MAX_VALUE;
        }
    }

    /** The names that the call would take, without its quotes. */
    private Completions complete(String beginning) {
        String text = CALL + beginning.replace("'", "\\'");
        Completions found = evaluator.complete(text, text.length());
        List<Suggestion> names = new ArrayList<>();
        if (!beginning.isEmpty() && STOP.startsWith(beginning)) {
            names.add(new Suggestion(STOP, "commands", "stops one or all", false));
        }
        for (Suggestion each : found.suggestions()) {
            String name = each.value().endsWith("'")
                    ? each.value().substring(0, each.value().length() - 1)
                    : each.value();
            names.add(new Suggestion(
                    name.replace("\\'", "'").replace("\\\\", "\\"), each.group(), each.description(), true));
        }
        return new Completions(Math.max(0, found.start() - CALL.length()), names);
    }
}
