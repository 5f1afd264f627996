package io.impsh.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.PosixSysTerminal;
import org.jline.terminal.impl.jni.JniTerminalProvider;
import org.jline.terminal.spi.SystemStream;

/**
 * A shell that nobody sees: keys are typed on a terminal of its own until it is left. It exists for the class archive,
 * which holds what has been loaded by the end of such a run, as {@code -e} never comes near the line editor.
 */
public final class Rehearsal {
    private static final String TYPE = "xterm-256color";
    private static final Size SIZE = new Size(80, 24);

    private Rehearsal() {}

    /** @param keys as a keyboard sends them; the end of them leaves the shell, if they do not */
    public static void run(ShellOptions options, String keys) {
        openOthers(options);
        new Shell(options, () -> terminal(keys), new SystemTicks()).run();
    }

    /**
     * What takes part when a terminal is opened that the program was started from; the keys of a rehearsal come from none,
     * and nothing is read here, which might wait for ever.
     */
    private static void openOthers(ShellOptions options) {
        lookForTerminal();
        new Shell(options); // which opens no terminal yet
        try (Terminal around = SystemTerminal.open(options.environment());
                Terminal pseudo = new PosixSysTerminal(
                        "impsh",
                        TYPE,
                        new JniTerminalProvider().open(null, SIZE),
                        StandardCharsets.UTF_8,
                        true,
                        Terminal.SignalHandler.SIG_DFL)) {
            around.getAttributes();
            pseudo.enterRawMode();
            pseudo.handle(Terminal.Signal.CONT, signal -> {});
        } catch (IOException | RuntimeException | LinkageError noneHere) {
            // Then these classes are not in the archive.
        }
    }

    /** Fails, as there is none; but not before its classes are there. */
    private static void lookForTerminal() {
        try {
            new JniTerminalProvider().current(SystemStream.Output);
        } catch (IOException | RuntimeException | LinkageError noneHere) {
            return;
        }
    }

    private static Terminal terminal(String keys) {
        try {
            return TerminalBuilder.builder()
                    .name("impsh")
                    .system(false)
                    .ffm(false)
                    .exec(false)
                    .streams(
                            new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                            OutputStream.nullOutputStream())
                    .type(TYPE)
                    .encoding(StandardCharsets.UTF_8)
                    .size(SIZE)
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
