package io.impsh.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A folder of programs for the PATH: the system's plain tools, and whatever the test puts beside or in place of them. */
record Programs(Path folder) {
    private static final List<String> TOOLS = List.of(
            "cat",
            "chmod",
            "cksum",
            "cp",
            "env",
            "find",
            "flock",
            "id",
            "ln",
            "ls",
            "mkdir",
            "mv",
            "nice",
            "readlink",
            "rm",
            "setsid",
            "sh",
            "sha256sum",
            "sleep",
            "stat",
            "tail",
            "timeout",
            "touch",
            "tr",
            "wc");

    /** The tools that the launcher may use: no JDK, no Maven. */
    static Programs plain(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String tool : TOOLS) {
            writeScript(folder.resolve(tool), "exec '" + find(tool) + "' \"$@\"\n");
        }
        return new Programs(folder);
    }

    Programs and(String name, String script) throws IOException {
        writeScript(folder.resolve(name), script);
        return this;
    }

    static Path writeScript(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path find(String tool) {
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            Path file = Path.of(folder, tool);
            if (Files.isExecutable(file)) {
                return file;
            }
        }
        throw new AssertionError("this machine has no " + tool);
    }
}
