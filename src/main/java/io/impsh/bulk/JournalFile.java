package io.impsh.bulk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a journal's file.
 *
 * @param plan id of the plan
 * @param run 1 for its first run, 2 for the next one, which has {@code -2} in its id
 */
record JournalFile(Path folder, String plan, int run) {
    private static final String ENDING = ".ndjson";
    private static final Pattern NAME = Pattern.compile("([0-9a-f]{4,32})(?:-([1-9][0-9]{0,8}))?");

    static Optional<JournalFile> of(Path folder, String id) {
        Matcher name = NAME.matcher(id);
        return name.matches()
                ? Optional.of(new JournalFile(
                        folder, name.group(1), name.group(2) == null ? 1 : Integer.parseInt(name.group(2))))
                : Optional.empty();
    }

    /** Empty when it is none. */
    static Optional<JournalFile> of(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(ENDING)
                ? of(path.getParent(), name.substring(0, name.length() - ENDING.length()))
                : Optional.empty();
    }

    String id() {
        return run == 1 ? plan : plan + "-" + run;
    }

    Path path() {
        return folder.resolve(id() + ENDING);
    }

    /** So that the file, which was just made, is found after the machine was lost. */
    void syncFolder() {
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Some systems open no folders; they keep their names by themselves.
            return;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** All runs of a plan have one. */
    Path lock() {
        return folder.resolve(plan + ".lock");
    }
}
