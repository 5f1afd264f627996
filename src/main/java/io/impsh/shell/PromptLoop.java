package io.impsh.shell;

import io.impsh.script.Completeness;
import io.impsh.script.ExitRequested;
import java.util.Optional;

/** Reads an entry, hands it on, and again, until somebody wants to leave. */
final class PromptLoop {
    private final ShellTerminal terminal;
    private final Prompt prompt;
    private final EntryLanguage language;
    private final EntryRunner entries;

    PromptLoop(ShellTerminal terminal, Prompt prompt, EntryLanguage language, EntryRunner entries) {
        this.terminal = terminal;
        this.prompt = prompt;
        this.language = language;
        this.entries = entries;
    }

    /** @return the exit code */
    int run() {
        while (true) {
            Optional<String> entry = terminal.readEntry(prompt.text(terminal.screen()), language);
            if (entry.isEmpty()) {
                return 0;
            }
            if (entry.get().isBlank() || language.completeness(entry.get()) == Completeness.EMPTY) {
                continue;
            }
            try {
                entries.run(entry.get());
            } catch (ExitRequested e) {
                return e.code();
            }
        }
    }
}
