package io.impsh.bulk;

import io.impsh.UserException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** The errors of journals that cannot be read or written. */
final class JournalFailures {
    private static final String CODE = "JOURNAL_FAILED";
    private static final String HINT = "set IMPSH_HOME to a folder that can be written and has room";

    private JournalFailures() {}

    static UserException noFolder() {
        return new UserException(CODE, "there is no folder for the journal, without which no plan is applied", HINT);
    }

    /** Nothing has been sent yet. */
    static UserException cannotBegin(Path file, IOException failure) {
        return new UserException(CODE, "the journal cannot be begun: " + file + ": " + reason(failure), HINT, failure);
    }

    static UserException at(Path file, IOException failure) {
        return new UserException(CODE, file + ": " + reason(failure), HINT, failure);
    }

    static UserException unreadable(Path file, IOException failure) {
        return new UserException(
                CODE, file + " cannot be read: " + reason(failure), "see to it that it can be read", failure);
    }

    private static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a folder";
        }
        if (failure instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
