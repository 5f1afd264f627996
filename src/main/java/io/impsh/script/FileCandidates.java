package io.impsh.script;

import io.impsh.UserException;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Offers the files of one folder, of a very large one only some: reading it must not be felt. */
final class FileCandidates {
    private static final int MOST_READ = 2000;
    private static final int MOST_OFFERED = 100;

    private FileCandidates() {}

    /**
     * @param written how a whole name stands in the input, with its closing quote
     */
    static void addTo(Candidates candidates, boolean onlyFolders, UnaryOperator<String> written) {
        int nameAt = candidates.typed().lastIndexOf('/') + 1;
        String folder = candidates.typed().substring(0, nameAt);
        String name = candidates.typed().substring(nameAt);
        List<Path> matching = matching(folder, name);
        candidates.cut(Math.min(matching.size(), MOST_OFFERED), matching.size());
        for (Path file : matching.subList(0, Math.min(matching.size(), MOST_OFFERED))) {
            String whole = folder + file.getFileName();
            if (Files.isDirectory(file)) {
                String quoted = written.apply(whole + "/");
                String unended = quoted.substring(0, quoted.length() - 1);
                candidates.add(whole, () -> new Suggestion(unended, "files", "folder", false));
            } else if (!onlyFolders) {
                candidates.add(whole, () -> new Suggestion(written.apply(whole), "files", null, true));
            }
        }
    }

    private static List<Path> matching(String folder, String name) {
        List<Path> found = new ArrayList<>();
        int read = 0;
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(ScriptFiles.path(folder.isEmpty() ? "." : folder))) {
            for (Path file : files) {
                String candidate = file.getFileName().toString();
                boolean isHidden = candidate.startsWith(".") && !name.startsWith(".");
                if (!isHidden && Matching.begins(candidate, name)) {
                    found.add(file);
                }
                if (++read == MOST_READ) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException | UserException unreadable) {
            return List.of(); // A folder that cannot be read offers nothing.
        }
        found.sort(null);
        return found;
    }
}
