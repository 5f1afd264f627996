package io.impsh.script;

import io.impsh.UserException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The names of a project's two sources, checked before anything is made: the group is there to stay when its file then
 * cannot be written.
 */
record SourceNames(String deviceFile, String agentFile) {
    /** @throws UserException when the two are the same, or one of them can be no file */
    static SourceNames read(Options options, SourceNames preset) {
        SourceNames names = new SourceNames(
                name(options, "deviceFile", preset.deviceFile()), name(options, "agentFile", preset.agentFile()));
        if (path(names.deviceFile()).equals(path(names.agentFile()))) {
            throw new UserException("USAGE", "a project needs a file for the device and another for the agent", null);
        }
        return names;
    }

    private static String name(Options options, String key, String preset) {
        String name = options.text(key);
        if (name == null) {
            return preset;
        }
        if (name.isBlank()) {
            throw options.wrong(key, "the name of a file");
        }
        Path file = path(name);
        if (Files.isDirectory(file)) {
            throw new UserException("FILE", "cannot use " + name + " as a source: it is a folder", null);
        }
        if (file.getParent() != null && !Files.isDirectory(file.getParent())) {
            throw new UserException("FILE", "cannot write " + name + ": there is no such folder", null);
        }
        return name;
    }

    private static Path path(String name) {
        return ScriptFiles.path(name).normalize();
    }
}
