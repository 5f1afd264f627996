package io.impsh.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Writes what an archive to install holds and the program itself declares. Run by the build only. */
public final class GeneratedFiles {
    private GeneratedFiles() {}

    /** @param words the version, the program's jar, and the folder to write into, laid out as the archive is */
    public static void main(String[] words) throws IOException, GeneralSecurityException {
        Path jar = Path.of(words[1]);
        Path folder = Path.of(words[2]);
        write(folder.resolve("completions/impsh.bash"), ProgramHelp.completion());
        write(folder.resolve("completions/impsh.zsh"), ProgramHelp.completion());
        write(folder.resolve("man/man1/impsh.1"), ManualPage.of(words[0]));
        // All files of an archive have one time, so the launcher could not tell two builds of one size apart.
        write(folder.resolve("lib/" + jar.getFileName() + ".sha256"), digest(jar) + "  " + jar.getFileName() + "\n");
    }

    private static String digest(Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
