package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.ExitRequested;
import java.util.Set;

/** Runs a whole entry, a command or JavaScript. */
final class EntryRunner {
    /** Words that people type to leave other shells; the second is no name of ours. */
    private static final Set<String> LEAVE = Set.of("exit", "quit");

    private final ShellPrinter printer;
    private final DotCommands commands;
    private final InputRunner inputs;
    private final StartFile startFile;

    EntryRunner(ShellPrinter printer, DotCommands commands, InputRunner inputs, StartFile startFile) {
        this.printer = printer;
        this.commands = commands;
        this.inputs = inputs;
        this.startFile = startFile;
    }

    /** @throws ExitRequested to leave */
    void run(String entry) {
        try {
            startFile.await();
            if (LEAVE.contains(entry.strip())) {
                throw new ExitRequested(0);
            }
            if (DotCommands.isCommand(entry)) {
                commands.run(entry);
            } else {
                inputs.typed(entry);
            }
        } catch (UserException e) {
            if (e.code().equals("CANCELLED")) {
                printer.aside("cancelled");
            } else {
                printer.failure(e);
            }
        }
    }
}
