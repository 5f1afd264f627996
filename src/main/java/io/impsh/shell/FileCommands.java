package io.impsh.shell;

import io.impsh.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code .load} and {@code .save}. */
final class FileCommands {
    private static final long LARGEST = 10_000_000;
    private static final String BYTE_ORDER_MARK = "\ufeff";
    /** What would go on with the line before it, if that has no semicolon. */
    private static final String CONTINUING = "([`+-/";

    private final ShellTerminal terminal;
    private final ShellPrinter printer;
    private final InputRunner inputs;

    FileCommands(ShellTerminal terminal, ShellPrinter printer, InputRunner inputs) {
        this.terminal = terminal;
        this.printer = printer;
        this.inputs = inputs;
    }

    void load(String name) {
        inputs.loaded(name, read(name));
    }

    private static String read(String name) {
        Path file = FileNames.path(name);
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                throw new UserException("FILE", "'" + name + "' is too large to be loaded", "10 MB are the most");
            }
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                throw new UserException("FILE", "'" + name + "' is no file", null);
            }
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new UserException("FILE", "there is no file '" + name + "'", null, e);
        } catch (IOException e) {
            throw new UserException("FILE", "cannot read '" + name + "': " + FileNames.reason(e), null, e);
        }
    }

    /** Secrets are cut, as a file is likelier to be passed on than a screen. */
    void save(String name) {
        Path file = FileNames.path(name);
        if (Files.exists(file) && !agreesToReplace(name)) {
            printer.aside("not saved");
            return;
        }
        String text = inputs.succeeded().stream()
                .map(input -> statement(SecretArguments.cut(input)))
                .collect(Collectors.joining());
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UserException("FILE", "cannot write '" + name + "': " + FileNames.reason(e), null, e);
        }
        int count = inputs.succeeded().size();
        printer.aside("saved " + count + (count == 1 ? " input" : " inputs"));
    }

    private static String statement(String input) {
        String text = input.strip();
        boolean isComment = text.startsWith("//") || text.startsWith("/*");
        boolean goesOn = !text.isEmpty() && CONTINUING.indexOf(text.charAt(0)) >= 0 && !isComment;
        return (goesOn ? ";" : "") + text + "\n";
    }

    private boolean agreesToReplace(String name) {
        return terminal.ask("'" + name + "' exists. Replace it? [y/N] ")
                .filter(answer -> answer.strip().toLowerCase(Locale.ROOT).matches("y|yes"))
                .isPresent();
    }
}
