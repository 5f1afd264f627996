package io.impsh.script;

import io.impsh.UserException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** The files that scripts may read and write: whatever they name, as texts. */
final class ScriptFiles {
    private ScriptFiles() {}

    static String read(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException failure) {
            throw cannot("read", file, failure);
        }
    }

    static List<Map<String, Object>> readCsv(String file) {
        if (!Files.isReadable(path(file))) {
            throw cannot("read", file, new NoSuchFileException(file));
        }
        return CsvFile.read(path(file));
    }

    static void write(String file, Value content, Host host) {
        String text = content.isString() ? content.asString() : host.values().json(content) + System.lineSeparator();
        try {
            Files.writeString(path(file), text);
        } catch (IOException failure) {
            throw cannot("write", file, failure);
        }
    }

    /** Writes the whole text or nothing: what was there before stays until then. */
    static void replace(String file, String text) {
        try {
            Path target = path(file);
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                // a pipe, or a folder, which cannot be written
                Files.writeString(target, text);
                return;
            }
            WholeFile.write(Files.exists(target) ? target.toRealPath() : target, text);
        } catch (IOException failure) {
            throw cannot("write", file, failure);
        }
    }

    static void writeCsv(Value rows, String file, Host host) {
        if (rows.isProxyObject() && rows.asProxyObject() instanceof QueryObject<?> query) {
            Listings.writeCsv(query.self(), path(file), host);
            return;
        }
        if (!(new Display(host).table(rows, null) instanceof Shown.Listing listing)) {
            throw new UserException("USAGE", "csv takes an array of objects or a query", null);
        }
        try (CsvFile.Writer writer = CsvFile.write(path(file), listing.csvColumns())) {
            for (Shown.Item item : listing.items()) {
                List<Object> cells = new ArrayList<>();
                listing.csvColumns().forEach(column -> cells.add(item.cell(column)));
                writer.row(cells);
            }
        } catch (IOException failure) {
            throw cannot("write", file, failure);
        }
    }

    static Path path(String file) {
        try {
            return Path.of(file);
        } catch (InvalidPathException failure) {
            throw new UserException("FILE", "'" + file + "' cannot be the name of a file", null, failure);
        }
    }

    static UserException cannot(String what, String file, IOException failure) {
        String why = Files.isDirectory(path(file)) ? "it is a folder" : reason(what, failure);
        return new UserException("FILE", "cannot " + what + " " + file + ": " + why, null, failure);
    }

    private static String reason(String what, IOException failure) {
        return failure instanceof NoSuchFileException
                ? "there is no such " + (what.equals("write") ? "folder" : "file")
                : failure instanceof CharacterCodingException
                        ? "it is not text in UTF-8"
                        : failure instanceof FileAlreadyExistsException
                                ? "it is a file, not a folder"
                                : failure instanceof AccessDeniedException
                                        ? "permission denied"
                                        : String.valueOf(failure.getMessage());
    }
}
