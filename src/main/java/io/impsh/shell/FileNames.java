package io.impsh.shell;

import io.impsh.UserException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Names of files as people type them: relative to the present directory, or to their home with {@code ~/}. */
final class FileNames {
    private static final int MOST = 200;

    private FileNames() {}

    static Path path(String name) {
        try {
            if (name.equals("~")) {
                return Path.of(System.getProperty("user.home"));
            }
            return name.startsWith("~/") ? Path.of(System.getProperty("user.home"), name.substring(2)) : Path.of(name);
        } catch (InvalidPathException e) {
            throw new UserException("USAGE", "'" + name + "' is no name of a file", null, e);
        }
    }

    /** Why a file cannot be used, in words; what the system says of many cases is only the file's name. */
    static String reason(IOException failure) {
        if (failure instanceof CharacterCodingException) {
            return "it is no UTF-8 text";
        } else if (failure instanceof NoSuchFileException) {
            return "there is no such folder";
        } else if (failure instanceof AccessDeniedException) {
            return "no permission";
        }
        return failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : failure.getMessage();
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
