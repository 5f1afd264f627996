package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.ExitRequested;

/** Runs a whole entry, a command or JavaScript. */
final class EntryRunner {
    private final ShellPrinter printer;
    private final DotCommands commands;
    private final InputRunner inputs;
    private final StartFile startFile;
    private final InterruptKey interruptKey;

    EntryRunner(
            ShellPrinter printer,
            DotCommands commands,
            InputRunner inputs,
            StartFile startFile,
            InterruptKey interruptKey) {
        this.printer = printer;
        this.commands = commands;
        this.inputs = inputs;
        this.startFile = startFile;
        this.interruptKey = interruptKey;
    }

    /** @throws ExitRequested to leave */
    void run(String entry) {
        try {
            startFile.await();
            interruptKey.check();
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
