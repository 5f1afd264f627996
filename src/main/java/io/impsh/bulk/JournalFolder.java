package io.impsh.bulk;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The journals that are in a folder. */
final class JournalFolder {
    private final Path folder;

    /** @param folder {@code null}, and what is not there, has none */
    JournalFolder(Path folder) {
        this.folder = folder;
    }

    /** In no order, with those that were never begun. */
    List<JournalFile> files() {
        List<JournalFile> files = new ArrayList<>();
        if (folder == null || !Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder, "*.ndjson")) {
            paths.forEach(path -> JournalFile.of(path).ifPresent(files::add));
            return files;
        } catch (DirectoryIteratorException e) {
            throw JournalFailures.unreadable(folder, e.getCause());
        } catch (IOException e) {
            throw JournalFailures.unreadable(folder, e);
        }
    }

    /** All that were begun, the youngest first. */
    List<JournalGlance> glances() {
        return files().stream()
                .map(JournalGlance::at)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(
                                (JournalGlance glance) -> glance.head().at())
                        .thenComparing(glance -> glance.file().run())
                        .thenComparing(glance -> glance.file().plan())
                        .reversed())
                .toList();
    }

    /** The runs of one plan, the first one first, with those that were never begun. */
    List<JournalFile> runs(String plan) {
        return files().stream()
                .filter(file -> file.plan().equals(plan))
                .sorted(Comparator.comparingInt(JournalFile::run))
                .toList();
    }
}
