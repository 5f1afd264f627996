package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.bulk.Plan;
import io.impsh.bulk.PlanFile;
import io.impsh.library.UsageException;
import io.impsh.profile.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The file that {@code impsh plan --out} writes. */
final class PlanOutput {
    private final String name;
    private final Path file;

    /** @throws UsageException when that is no name of a file */
    PlanOutput(String name) {
        this.name = name;
        this.file = path(name);
    }

    private static Path path(String name) {
        try {
            if (!name.isEmpty()) {
                return Path.of(name).toAbsolutePath();
            }
        } catch (InvalidPathException notOne) {
            // Told below.
        }
        throw new UsageException(PlanProgram.OUT + ": '" + name + "' is no file name", null);
    }

    String name() {
        return name;
    }

    /**
     * Before anything is asked of the cloud.
     *
     * @throws UsageException when it cannot be written, or is something else than a plan already
     */
    void check() {
        if (!Files.isDirectory(file.getParent())) {
            throw new UsageException(PlanProgram.OUT + ": there is no folder '" + file.getParent() + "'", null);
        }
        if (Files.exists(file) && !isReplaceable()) {
            throw new UsageException(
                    PlanProgram.OUT + ": '" + name + "' is there and is no plan; it is left alone",
                    "name another file, or take it away first");
        }
    }

    /** An empty file is what {@code mktemp} makes. */
    private boolean isReplaceable() {
        try {
            return Files.isRegularFile(file) && (Files.size(file) == 0 || isPlan(Files.readString(file)));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private boolean isPlan(String text) {
        try {
            PlanFile.parse(text, name, () -> 1);
            return true;
        } catch (UserException notOne) {
            return false;
        }
    }

    /** Replaces it as a whole; only its owner may read it. */
    void write(Plan plan) {
        if (!Folders.writePrivate(file, PlanFile.text(plan).getBytes(StandardCharsets.UTF_8))) {
            throw new UserException(
                    "OUTPUT", "cannot write '" + name + "'", "its folder has to be writable, and the disk not full");
        }
    }
}
