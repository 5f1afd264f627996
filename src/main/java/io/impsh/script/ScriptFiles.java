package io.impsh.script;

import io.impsh.PrivateFiles;
import io.impsh.UserException;
import io.impsh.profile.TomlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/** The files that scripts may read and write: whatever they name, as texts. */
final class ScriptFiles {
    private static final List<String> BUNDLED = List.of("chart.js");

    private ScriptFiles() {}

    static String read(String file) {
        try {
            return Files.readString(path(file));
        } catch (IOException failure) {
            throw cannot("read", file, failure);
        }
    }

    /** What a TOML file holds, as JSON. */
    static String readToml(String file) {
        try {
            return TomlText.read(read(file)).toString();
        } catch (JacksonException failure) {
            TokenStreamLocation place = failure.getLocation();
            String line = place == null || place.getLineNr() < 1 ? "" : ", line " + place.getLineNr();
            throw new UserException(
                    "FILE",
                    "cannot read " + file + line + " as TOML: " + failure.getOriginalMessage(),
                    "texts stand in quotes, as in name = \"Line 1\"; a list of tables begins each with [[name]]",
                    failure);
        }
    }

    /** The text of a file that comes with the program. */
    static String bundled(String name) {
        try (InputStream in = ScriptFiles.class.getResourceAsStream("bundled/" + name)) {
            if (in == null || !BUNDLED.contains(name)) {
                throw new UserException(
                        "USAGE",
                        "no file called '" + name + "' comes with impsh",
                        "there is " + String.join(", ", BUNDLED));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw cannot("read", name, failure);
        }
    }

    static Path folderOf(String file) {
        return path(file).toAbsolutePath().getParent();
    }

    static List<Map<String, Object>> readCsv(String file) {
        if (!Files.isReadable(path(file))) {
            throw cannot("read", file, new NoSuchFileException(file));
        }
        return CsvFile.read(path(file));
    }

    static void write(String file, Value content, boolean ownerOnly, Host host) {
        String text = content.isString() ? content.asString() : host.values().json(content) + System.lineSeparator();
        if (!ownerOnly) {
            replace(path(file), writer -> writer.write(text));
            return;
        }
        try {
            PrivateFiles.write(path(file), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw cannot("write", file, failure);
        }
    }

    /** Adds to the end of a file; it and its folder are made where they are not there. */
    static void append(String file, String text) {
        Path path = path(file);
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw cannot("write", file, failure);
        }
    }

    /** Writes all or nothing: what was there before stays until then. */
    static void replace(Path file, WholeFile.Content content) {
        try {
            WholeFile.write(file, content);
        } catch (IOException failure) {
            throw cannot("write", file.toString(), failure);
        }
    }

    static void writeCsv(Value rows, String file, CsvFile.Cells cells, Host host) {
        Listings.writeCsv(listing(rows, host), path(file), cells);
    }

    private static Shown.Listing listing(Value rows, Host host) {
        if (rows.isProxyObject() && rows.asProxyObject() instanceof QueryObject<?> query) {
            return Listings.of(query.self(), host);
        }
        if (new Display(host).table(rows, null) instanceof Shown.Listing listing) {
            return listing;
        }
        throw new UserException("USAGE", "csv takes an array of objects or a query", null);
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
                                        : failure instanceof FileSystemException known && known.getReason() != null
                                                ? known.getReason()
                                                : String.valueOf(failure.getMessage());
    }
}
