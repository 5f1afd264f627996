package io.impsh.cli;

import io.impsh.library.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The unbond key of {@code --unbond-key-stdin}. */
final class UnbondKeyInput {
    private final CommandContext context;

    UnbondKeyInput(CommandContext context) {
        this.context = context;
    }

    /** At a terminal it is asked for without being shown. */
    String read() {
        Questions questions = new Questions(context.streams(), context.interrupts());
        String key = questions.canAsk() ? questions.askSecret("Unbond key: ") : firstLine();
        if (key.isBlank()) {
            throw new UsageException(ApplyWords.UNBOND_KEY + ": standard input is empty", null);
        }
        return key;
    }

    private String firstLine() {
        try {
            return new String(context.streams().in().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
