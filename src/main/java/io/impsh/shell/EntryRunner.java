package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.ExitRequested;
import io.impsh.script.Input;
import java.util.List;
import java.util.Set;

/** Runs a whole entry, a command or JavaScript. */
final class EntryRunner {
    /** Words that people type to leave other shells; the second is no name of ours. */
    private static final Set<String> LEAVE = Set.of("exit", "quit");

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

    /**
     * Evaluates what stands before the first entry.
     *
     * @throws ExitRequested to leave
     */
    void runFirst(List<Input.Typed> first) {
        if (!first.isEmpty()) {
            guarded(() -> {
                startFile.await();
                first.forEach(input -> inputs.loaded(input.name(), input.text()));
            });
        }
    }

    /** @throws ExitRequested to leave */
    void run(String entry) {
        guarded(() -> {
            startFile.await();
            if (LEAVE.contains(entry.strip())) {
                throw new ExitRequested(0);
            }
            interruptKey.check();
            if (DotCommands.isCommand(entry)) {
                commands.run(entry);
            } else {
                inputs.typed(entry);
            }
        });
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (UserException e) {
            if (e.code().equals("CANCELLED")) {
                printer.aside("cancelled");
            } else {
                printer.failure(e);
            }
        }
    }
}
