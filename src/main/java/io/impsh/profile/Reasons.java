package io.impsh.profile;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file could not be written, in words: the messages of the JDK often are nothing but its name. */
final class Reasons {
    private Reasons() {}

    static String of(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "no permission";
        }
        if (failure instanceof NoSuchFileException) {
            return "there is no such folder";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a folder";
        }
        boolean saysMore = failure instanceof FileSystemException known && known.getReason() != null;
        return saysMore ? ((FileSystemException) failure).getReason() : String.valueOf(failure.getMessage());
    }
}
