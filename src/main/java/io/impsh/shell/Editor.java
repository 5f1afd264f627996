package io.impsh.shell;

import io.impsh.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    /** Whatever comes of the editor, what was written with it is kept for the next time. */
    private String edited(String before) throws IOException {
        Path file = Files.createTempFile("impsh", ".js"); // only its owner may read a temporary file
        try {
            Files.writeString(file, before);
            int code = terminal.lend(new ExternalProgram(commandLine(file), null));
            String after = Files.readString(file);
            if (code != 0) {
                text = after;
                throw new IOException(failure(code));
            }
            return after;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String failure(int code) {
        boolean notFound = code == 127 && !WINDOWS;
        return (notFound ? "there is no such program; set EDITOR to one" : "it ended with code " + code);
    }

    /** By way of a shell, as the variable may hold arguments. */
    private List<String> commandLine(Path file) {
        return WINDOWS
                ? List.of("cmd", "/c", command() + " \"" + file + "\"")
                : List.of("sh", "-c", command() + " \"$1\"", "editor", file.toString());
    }

    private String command() {
        return Stream.of("VISUAL", "EDITOR")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(command -> !command.isBlank())
                .findFirst()
                .orElse(WINDOWS ? "notepad" : "vi");
    }
}
