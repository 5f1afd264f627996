package io.impsh.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * A shell that nobody sees: keys are typed on a terminal of its own until it is left. It exists for the class archive,
 * which holds what has been loaded by the end of such a run, as {@code -e} never comes near the line editor.
 */
public final class Rehearsal {
    private Rehearsal() {}

    /** @param keys as a keyboard sends them; the end of them leaves the shell, if they do not */
    public static void run(ShellOptions options, String keys) {
        new Shell(options, () -> terminal(keys), new SystemTicks()).run();
    }

    private static Terminal terminal(String keys) {
        try {
            return TerminalBuilder.builder()
                    .name("impsh")
                    .system(false)
                    .ffm(false)
                    .streams(
                            new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                            OutputStream.nullOutputStream())
                    .type("xterm-256color")
                    .encoding(StandardCharsets.UTF_8)
                    .size(new Size(80, 24))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
