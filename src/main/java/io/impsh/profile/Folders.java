package io.impsh.profile;

import io.impsh.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where our own files live: {@code $IMPSH_HOME/config}, {@code state} and {@code cache} when that variable is set, else
 * {@code impsh} in the XDG folders. The system property {@code impsh.cache}, which the launcher sets, moves the cache.
 *
 * <p>Folders are made when first asked for, readable by their owner only. A home that cannot be written is no failure:
 * the answer is empty, and the caller goes on without history, cache or whatever it was.
 */
public final class Folders {
    private final Path config;
    private final Path state;
    private final Path cache;

    private Folders(Path config, Path state, Path cache) {
        this.config = config;
        this.state = state;
        this.cache = cache;
    }

    /** @param launcherCache the value of {@code impsh.cache}, or {@code null} */
    public static Folders of(Map<String, String> environment, Path home, String launcherCache) {
        String ownHome = environment.getOrDefault("IMPSH_HOME", "");
        Folders folders;
        if (ownHome.isEmpty()) {
            folders = new Folders(
                    xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
                    xdg(environment, "XDG_STATE_HOME", home.resolve(".local/state")),
                    xdg(environment, "XDG_CACHE_HOME", home.resolve(".cache")));
        } else {
            Path all = Path.of(ownHome).toAbsolutePath();
            folders = new Folders(all.resolve("config"), all.resolve("state"), all.resolve("cache"));
        }
        return launcherCache == null || launcherCache.isEmpty()
                ? folders
                : new Folders(folders.config, folders.state, Path.of(launcherCache));
    }

    /** Those of this process. */
    public static Folders ofProcess() {
        return of(System.getenv(), homeOfProcess(), System.getProperty("impsh.cache"));
    }

    /** What the shell calls {@code ~}; the JVM's own property ignores a changed {@code HOME}. */
    static Path homeOfProcess() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home") : home);
    }

    /** A file in the config folder, for reading: nothing is created. */
    public Path configFile(String name) {
        return config.resolve(name);
    }

    public Optional<Path> config() {
        return created(config);
    }

    public Optional<Path> state() {
        return created(state);
    }

    public Optional<Path> cache() {
        return created(cache);
    }

    /**
     * Replaces a file at once, readable by its owner only.
     *
     * @return false when it could not be written, the old content being untouched
     */
    public static boolean writePrivate(Path file, byte[] bytes) {
        try {
            PrivateFiles.write(file, bytes);
            return true;
        } catch (IOException notWritable) {
            return false;
        }
    }

    /** The XDG rules say to ignore a path that is not absolute. */
    private static Path xdg(Map<String, String> environment, String variable, Path otherwise) {
        String given = environment.getOrDefault(variable, "");
        Path parent = Path.of(given).isAbsolute() ? Path.of(given) : otherwise;
        return parent.resolve("impsh");
    }

    private static Optional<Path> created(Path folder) {
        try {
            PrivateFiles.createFolder(folder);
            return Files.isWritable(folder) ? Optional.of(folder) : Optional.empty();
        } catch (IOException notWritable) {
            return Optional.empty();
        }
    }
}
