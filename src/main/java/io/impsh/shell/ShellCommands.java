package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.ExitRequested;
import java.util.List;

/** The commands there are. */
final class ShellCommands {
    private static final int USUAL_HISTORY = 20;

    private final ShellTerminal terminal;
    private final ShellPrinter printer;
    private final Evaluator evaluator;
    private final LiveTrace trace;
    private final List<CommandGroup> groups;
    private final DotCommands commands;

    ShellCommands(
            ShellTerminal terminal,
            ShellPrinter printer,
            SwitchableEvaluator evaluator,
            InputRunner inputs,
            Recorder recorder,
            ShellOptions options) {
        this.terminal = terminal;
        this.printer = printer;
        this.evaluator = evaluator;
        this.trace = options.trace();
        this.groups = groups(inputs, recorder, evaluator, options);
        this.commands = new DotCommands(
                groups.stream().flatMap(group -> group.commands().stream()).toList());
    }

    private List<CommandGroup> groups(
            InputRunner inputs, Recorder recorder, SwitchableEvaluator evaluator, ShellOptions options) {
        ConnectionCommands connection = new ConnectionCommands(printer, evaluator, options);
        LockCommands lock = new LockCommands(printer, options);
        FileCommands files = new FileCommands(terminal, printer, inputs);
        Editor editor = new Editor(terminal, printer, inputs, options.environment());
        return List.of(
                new CommandGroup(
                        "Where it acts",
                        List.of(
                                connection.profile(),
                                connection.login(),
                                lock.unlock(),
                                lock.lock(),
                                DotCommand.plain(".refresh", "renews the names that Tab and get() know", this::refresh),
                                new LogCommands(printer, evaluator, inputs).command())),
                new CommandGroup(
                        "What is typed",
                        List.of(
                                DotCommand.with(
                                        ".history", "[N]", "shows the last N entries, 20 unless said", this::history),
                                DotCommand.with(
                                                ".load",
                                                "FILE",
                                                "evaluates a file as if it were typed here",
                                                files::load)
                                        .choosingFrom(FileNames::startingWith),
                                DotCommand.with(
                                                ".save",
                                                "FILE",
                                                "writes the inputs that succeeded to a file",
                                                files::save)
                                        .choosingFrom(FileNames::startingWith),
                                new RecordCommands(printer, recorder).command(),
                                DotCommand.plain(
                                        ".editor", "opens $EDITOR and evaluates what it leaves", editor::run))),
                new CommandGroup(
                        "The shell",
                        List.of(
                                DotCommand.with(".help", "[COMMAND]", "lists the commands, or explains one", this::help)
                                        .choosingFrom(this::names),
                                new SettingCommand(printer, options.settings()).command(),
                                DotCommand.with(
                                                ".debug",
                                                "[on|off]",
                                                "shows requests, answers and stack traces, or no longer",
                                                this::debug)
                                        .choosingFrom(() -> List.of("on", "off")),
                                DotCommand.plain(".clear", "empties the screen", () -> terminal.clear()),
                                DotCommand.plain(".exit", "leaves, as Ctrl-D does", ShellCommands::exit))));
    }

    DotCommands commands() {
        return commands;
    }

    private List<String> names() {
        return commands.names();
    }

    private void help(String name) {
        if (!name.isEmpty()) {
            DotCommand command = commands.command(name);
            printer.notice(command.usage() + "  " + command.text());
            return;
        }
        int width = commands.all().stream()
                .mapToInt(command -> command.usage().length())
                .max()
                .orElse(0);
        StringBuilder page = new StringBuilder();
        for (CommandGroup group : groups) {
            page.append(group.title()).append('\n');
            for (DotCommand command : group.commands()) {
                page.append(String.format("  %-" + width + "s  %s%n", command.usage(), command.text()));
            }
        }
        page.append("\nAll else is JavaScript: help() shows what there is, help(x) explains one thing.\n");
        page.append("Tab completes, Ctrl-R searches the history, Ctrl-C cancels, Ctrl-D leaves.");
        printer.notice(page.toString());
    }

    private static void exit() {
        throw new ExitRequested(0);
    }

    private void history(String number) {
        List<String> entries = terminal.history();
        int wanted = number.isEmpty() ? USUAL_HISTORY : count(number);
        entries.subList(Math.max(0, entries.size() - wanted), entries.size())
                .forEach(entry -> printer.notice(entry.replace("\n", "\n... ")));
    }

    private static int count(String number) {
        try {
            return Integer.parseUnsignedInt(number);
        } catch (NumberFormatException e) {
            throw new UserException("USAGE", "'" + number + "' is no number of entries", ".history 50", e);
        }
    }

    private void refresh() {
        printer.aside("renewing the names in the background");
        evaluator.refreshNames(printer::notice);
    }

    private void debug(String wanted) {
        if (!wanted.isEmpty() && !wanted.equals("on") && !wanted.equals("off")) {
            throw new UserException("USAGE", ".debug is on or off, not '" + wanted + "'", ".debug [on|off]");
        }
        trace.turn(wanted.isEmpty() ? !trace.isOn() : wanted.equals("on"));
        printer.aside(
                trace.isOn()
                        ? "requests, answers and stack traces are shown, without secrets"
                        : "requests and stack traces are no longer shown");
    }
}
