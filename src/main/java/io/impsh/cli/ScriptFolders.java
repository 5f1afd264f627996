package io.impsh.cli;

import io.impsh.library.ScriptLibrary;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where saved scripts are: the user's own, then those that come with the program. */
final class ScriptFolders {
    private static final String OURS = "scripts-library";

    private ScriptFolders() {}

    static ScriptLibrary library(CommandContext context) {
        List<Path> folders = new ArrayList<>();
        folders.add(CloudConnection.folders(context).configFile("scripts"));
        Path ours = ours();
        if (ours != null) {
            folders.add(ours);
        }
        return new ScriptLibrary(folders, context.environment());
    }

    /** The launcher says where it is; without it, beside or above the classes. {@code null} when it is nowhere. */
    private static Path ours() {
        String home = System.getProperty("impsh.home");
        if (home != null) {
            return Path.of(home, OURS);
        }
        for (Path folder = classes(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(OURS))) {
                return folder.resolve(OURS);
            }
        }
        return null;
    }

    private static Path classes() {
        try {
            return Path.of(ScriptFolders.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException | IllegalArgumentException nowhere) {
            return null;
        }
    }
}
