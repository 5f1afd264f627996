package io.impsh.shell;

import io.impsh.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** {@code .editor}: writes an input in the user's own editor. The next time it goes on with the same text. */
final class Editor {
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final ShellTerminal terminal;
    private final ShellPrinter printer;
    private final InputRunner inputs;
    private final Map<String, String> environment;
    private String text = "";

    Editor(ShellTerminal terminal, ShellPrinter printer, InputRunner inputs, Map<String, String> environment) {
        this.terminal = terminal;
        this.printer = printer;
        this.inputs = inputs;
        this.environment = environment;
    }

    void run() {
        try {
            text = edited(text);
        } catch (IOException e) {
            throw new UserException("FILE", "the editor '" + command() + "' did not work", e.getMessage(), e);
        }
        if (text.isBlank()) {
            printer.aside("nothing to evaluate");
            return;
        }
        terminal.remember(text.stripTrailing());
        inputs.typed(text);
    }

    private String edited(String before) throws IOException {
        Path file = Files.createTempFile("impsh", ".js"); // only its owner may read a temporary file
        try {
            Files.writeString(file, before);
            int code = edit(file);
            if (code != 0) {
                throw new IOException("it ended with code " + code);
            }
            return Files.readString(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private int edit(Path file) throws IOException {
        ShellTerminal.Undo lent = terminal.lend();
        try {
            return run(new ProcessBuilder(commandLine(file)).inheritIO().start());
        } finally {
            lent.undo();
        }
    }

    private static int run(Process editor) throws IOException {
        try {
            return editor.waitFor();
        } catch (InterruptedException e) {
            editor.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("it was interrupted", e);
        }
    }

    /** By way of a shell, as the variable may hold arguments. */
    private List<String> commandLine(Path file) {
        return WINDOWS
                ? List.of("cmd", "/c", command() + " \"" + file + "\"")
                : List.of("sh", "-c", command() + " \"$1\"", "editor", file.toString());
    }

    private String command() {
        String usual = WINDOWS ? "notepad" : "vi";
        return environment.getOrDefault("VISUAL", environment.getOrDefault("EDITOR", usual));
    }
}
