package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.ExitRequested;
import java.util.ArrayList;
import java.util.List;

/** The commands there are. */
final class ShellCommands {
    private static final int USUAL_HISTORY = 20;

    private final ShellTerminal terminal;
    private final ShellPrinter printer;
    private final Evaluator evaluator;
    private final DotCommands commands;

    ShellCommands(
            ShellTerminal terminal,
            ShellPrinter printer,
            SwitchableEvaluator evaluator,
            InputRunner inputs,
            ShellOptions options) {
        this.terminal = terminal;
        this.printer = printer;
        this.evaluator = evaluator;
        FileCommands files = new FileCommands(terminal, printer, inputs);
        Editor editor = new Editor(terminal, printer, inputs, options.environment());
        List<DotCommand> all = new ArrayList<>(List.of(
                DotCommand.with(".help", "[COMMAND]", "lists the commands, or explains one", this::help)
                        .choosingFrom(this::names),
                DotCommand.plain(".exit", "leaves, as Ctrl-D does", ShellCommands::exit),
                DotCommand.plain(".clear", "empties the screen", () -> terminal.clear()),
                DotCommand.with(".history", "[N]", "shows the last N entries, 20 unless said", this::history),
                DotCommand.with(".load", "FILE", "evaluates a file as if it were typed here", files::load)
                        .choosingFrom(FileNames::startingWith),
                DotCommand.with(".save", "FILE", "writes the inputs that succeeded to a file", files::save)
                        .choosingFrom(FileNames::startingWith),
                DotCommand.plain(".editor", "opens $EDITOR and evaluates what it leaves", editor::run),
                DotCommand.plain(".refresh", "renews the names that Tab and get() know", this::refresh),
                DotCommand.plain(".debug", "shows errors with their stack traces, or no longer", this::debug)));
        all.addAll(all.size() - 1, new ConnectionCommands(printer, evaluator, options).commands());
        all.addAll(all.size() - 1, new LockCommands(printer, options).commands());
        this.commands = new DotCommands(all);
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
        for (DotCommand command : commands.all()) {
            page.append(String.format("  %-" + width + "s  %s%n", command.usage(), command.text()));
        }
        page.append("All else is JavaScript: help() shows what there is, help(x) explains one thing.\n");
        page.append("Tab completes, Ctrl-R searches the history, Ctrl-C cancels, Ctrl-D leaves.");
        printer.notice(page.toString());
    }

    private static void exit() {
        throw new ExitRequested(0);
    }

    private void history(String number) {
        List<String> entries = terminal.history();
        int wanted = number.isEmpty() ? USUAL_HISTORY : count(number);
        entries.subList(Math.max(0, entries.size() - wanted), entries.size()).forEach(printer::notice);
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

    private void debug() {
        printer.aside(printer.toggleDebug() ? "errors come with stack traces" : "errors come without stack traces");
    }
}
