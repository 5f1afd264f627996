package io.impsh.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A program that gets the terminal until it ends, such as an editor or a pager; see {@link ShellTerminal#lend}.
 *
 * @param words its command line
 * @param input what it reads on standard input; {@code null} for the keyboard
 */
record ExternalProgram(List<String> words, String input) {
    /**
     * Its exit code, once it has ended.
     *
     * @throws IOException when it cannot be started
     */
    int run() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        builder.environment().putIfAbsent("LESSCHARSET", "utf-8");
        if (input == null) {
            return waitFor(builder.start());
        }
        Process started = builder.redirectInput(Redirect.PIPE).start();
        feed(started);
        return waitFor(started);
    }

    /** Whoever has seen enough leaves before the end. */
    private void feed(Process reader) {
        try (OutputStream in = reader.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException left) {
            return;
        }
    }

    /** It has the keyboard: only its own keys end it. */
    private static int waitFor(Process program) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return program.waitFor();
                } catch (InterruptedException later) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
