package io.impsh.shell;

import io.impsh.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names of files as people type them: relative to the present directory, or to their home with {@code ~/}. */
final class FileNames {
    private static final int MOST = 200;

    private FileNames() {}

    static Path path(String name) {
        try {
            return name.startsWith("~/") ? Path.of(System.getProperty("user.home"), name.substring(2)) : Path.of(name);
        } catch (InvalidPathException e) {
            throw new UserException("USAGE", "'" + name + "' is no name of a file", null, e);
        }
    }

    /** What may be meant by a name that is half typed; folders end in a slash. */
    static List<String> startingWith(String beginning) {
        int nameAt = beginning.lastIndexOf('/') + 1;
        String folder = beginning.substring(0, nameAt);
        String name = beginning.substring(nameAt);
        try (Stream<Path> files = Files.list(path(folder.isEmpty() ? "." : folder))) {
            return files.filter(file -> matches(file.getFileName().toString(), name))
                    .map(file -> folder + file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .sorted()
                    .limit(MOST)
                    .toList();
        } catch (IOException | UserException e) {
            return List.of(); // A folder that cannot be read offers nothing.
        }
    }

    private static boolean matches(String file, String name) {
        return file.startsWith(name) && (name.startsWith(".") || !file.startsWith("."));
    }
}
