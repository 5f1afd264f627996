package io.impsh.shell;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Shows what is longer than the screen in the user's pager: {@code $PAGER}, else {@code less} where there is one. An empty
 * {@code PAGER} means none.
 */
final class Pager {
    /** Quits when it fits after all, keeps colours, and leaves the text on the screen. */
    private static final String USUAL = "less -RFX";

    private static final int BY_SIGNAL = 128;

    private final Map<String, String> environment;

    Pager(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Whether the text was shown. When there is no pager, or it has failed, it was not: nothing may get lost. Returns
     * when the user leaves the pager.
     */
    boolean show(String text, ShellTerminal terminal) {
        String command = command();
        if (command.isEmpty()) {
            return false;
        }
        int code = terminal.lend(() -> run(command, text));
        return code == 0 || code > BY_SIGNAL;
    }

    private int run(String command, String text) {
        try {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", command)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putIfAbsent("LESSCHARSET", "utf-8");
            Process pager = builder.start();
            feed(pager, text);
            return waitFor(pager);
        } catch (IOException noShell) {
            return -1;
        }
    }

    /** Whoever has seen enough leaves before the end. */
    private static void feed(Process pager, String text) {
        try (OutputStream in = pager.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException left) {
            return;
        }
    }

    private static int waitFor(Process pager) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return pager.waitFor();
                } catch (InterruptedException later) {
                    // The pager has the keyboard: only its own keys end it.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String command() {
        String wanted = environment.get("PAGER");
        if (wanted != null) {
            return wanted.strip();
        }
        return isInstalled("less") ? USUAL : "";
    }

    private boolean isInstalled(String program) {
        for (String folder : environment.getOrDefault("PATH", "").split(java.io.File.pathSeparator)) {
            try {
                if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                    return true;
                }
            } catch (InvalidPathException noFolder) {
                continue;
            }
        }
        return false;
    }
}
