package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.ExitRequested;

/** Runs a whole entry, a command or JavaScript, with Ctrl-C at hand. */
final class EntryRunner {
    private final ShellTerminal terminal;
    private final ShellPrinter printer;
    private final InterruptKey interruptKey;
    private final DotCommands commands;
    private final InputRunner inputs;
    private final StartFile startFile;

    EntryRunner(
            ShellTerminal terminal,
            ShellPrinter printer,
            InterruptKey interruptKey,
            DotCommands commands,
            InputRunner inputs,
            StartFile startFile) {
        this.terminal = terminal;
        this.printer = printer;
        this.interruptKey = interruptKey;
        this.commands = commands;
        this.inputs = inputs;
        this.startFile = startFile;
    }

    /** @throws ExitRequested to leave */
    void run(String entry) {
        ShellTerminal.Undo interrupting = terminal.onInterrupt(interruptKey::pressed);
        interruptKey.entryRuns(true);
        try {
            startFile.await();
            if (DotCommands.isCommand(entry)) {
                commands.run(entry);
            } else {
                inputs.typed(entry);
            }
        } catch (UserException e) {
            printer.failure(e);
        } finally {
            interruptKey.entryRuns(false);
            interrupting.undo();
        }
    }
}
