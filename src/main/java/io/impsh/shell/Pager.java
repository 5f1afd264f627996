package io.impsh.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
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
        try {
            int code = terminal.lend(new ExternalProgram(List.of("sh", "-c", command), text));
            return code == 0 || code > BY_SIGNAL;
        } catch (IOException noShell) {
            return false;
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
        for (String folder : environment.getOrDefault("PATH", "").split(File.pathSeparator)) {
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
