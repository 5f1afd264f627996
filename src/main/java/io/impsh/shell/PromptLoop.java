package io.impsh.shell;

import io.impsh.script.Completeness;
import io.impsh.script.ExitRequested;
import io.impsh.script.Input;
import java.util.List;
import java.util.Optional;

/** Reads an entry, hands it on, and again, until somebody wants to leave. */
final class PromptLoop {
    private final ShellTerminal terminal;
    private final Prompt prompt;
    private final EntryLanguage language;
    private final InterruptKey interruptKey;
    private final EntryRunner entries;
    private final Ending ending;

    PromptLoop(
            ShellTerminal terminal,
            Prompt prompt,
            EntryLanguage language,
            InterruptKey interruptKey,
            EntryRunner entries,
            Ending ending) {
        this.terminal = terminal;
        this.prompt = prompt;
        this.language = language;
        this.interruptKey = interruptKey;
        this.entries = entries;
        this.ending = ending;
    }

    /**
     * The exit code.
     *
     * @param first evaluated before the first entry
     */
    int run(List<Input.Typed> first) {
        ShellTerminal.Undo interrupting = terminal.onInterrupt(interruptKey);
        try {
            entries.runFirst(first);
            int code = untilLeft();
            return ending.code().orElse(code);
        } catch (ExitRequested e) {
            return e.code();
        } finally {
            interrupting.undo();
        }
    }

    private int untilLeft() {
        while (!ending.isWanted()) {
            Optional<String> entry = terminal.readEntry(prompt.text(terminal.screen()), language);
            if (entry.isEmpty()) {
                return 0;
            }
            if (!ending.isWanted()
                    && !entry.get().isBlank()
                    && language.completeness(entry.get()) != Completeness.EMPTY) {
                entries.run(entry.get());
            }
        }
        return 0;
    }
}
