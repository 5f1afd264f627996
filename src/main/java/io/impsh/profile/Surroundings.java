package io.impsh.profile;

import io.impsh.UserException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a run finds around it, and where logins may come from.
 *
 * @param environment the variables of the process
 * @param directory the present one
 * @param home the user's
 * @param folders where our own files live
 */
public record Surroundings(Map<String, String> environment, Path directory, Path home, Folders folders) {
    static final String AUTH_FILE = ".impt.auth";
    static final String PROFILE_VARIABLE = "IMPSH_PROFILE";

    /** {@code null} when it is not set, or empty. */
    String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** The profile that was asked for, or {@code null}. */
    String chosenProfile(ConnectionChoice choice) {
        return choice.profile() != null ? choice.profile() : variable(PROFILE_VARIABLE);
    }

    ProfilesFile profiles() {
        return ProfilesFile.read(folders.configFile("config.toml"));
    }

    /** What the user wants of the shell; a file that cannot be read at all is one of the problems. */
    public ConfiguredSettings settings() {
        try {
            return profiles().settings();
        } catch (UserException unreadable) {
            return new ConfiguredSettings(Settings.usual(), Set.of(), List.of(unreadable));
        }
    }

    /** What is written in {@code config.toml} in vain. */
    public List<UnknownKey> unknownKeys() {
        return profiles().unknownKeys();
    }

    /** The authorities that a profile trusts for that endpoint, or {@code null}; that profile's come first. */
    public Path caFile(URI endpoint, String preferred) {
        if (!endpoint.getScheme().equals("https")) {
            return null;
        }
        ProfilesFile profiles = profiles();
        return Stream.concat(Stream.ofNullable(preferred), profiles.names().stream())
                .map(profiles::profile)
                .filter(profile -> profile != null && profile.endpoint().equals(endpoint) && profile.caFile() != null)
                .map(Profile::caFile)
                .findFirst()
                .orElse(null);
    }

    /** How many requests a second that profile wants at most at its own endpoint; empty when it does not say. */
    public OptionalInt requestsPerSecond(String name, URI endpoint) {
        return said(name, endpoint, Profile::requestsPerSecond);
    }

    /** How many log streams that profile wants at most at its own endpoint; empty when it does not say. */
    public OptionalInt maxLogStreams(String name, URI endpoint) {
        return said(name, endpoint, Profile::maxLogStreams);
    }

    private OptionalInt said(String name, URI endpoint, Function<Profile, Integer> key) {
        Profile profile = profiles().profile(name);
        Integer said = profile != null && profile.endpoint().equals(endpoint) ? key.apply(profile) : null;
        return said == null ? OptionalInt.empty() : OptionalInt.of(said);
    }

    /** The login of a profile. */
    LoginPlace profileLogin(String profile) {
        return LoginPlace.ofProfile(profile, credentialsFile(), locks());
    }

    /** A file of the vendor's tool. */
    LoginPlace authFile(Path file) {
        return LoginPlace.wholeFile(file, locks());
    }

    Path authFileHere() {
        return directory.resolve(AUTH_FILE);
    }

    Path authFileAtHome() {
        return home.resolve(AUTH_FILE);
    }

    Path credentialsFile() {
        return folders.configFile("credentials.json");
    }

    /** The one that {@code IMPT_AUTH_FILE_PATH} names, or {@code null}; it may be missing. */
    Path namedAuthFile() {
        String named = variable("IMPT_AUTH_FILE_PATH");
        Path path = named == null ? null : directory.resolve(named);
        return path != null && Files.isDirectory(path) ? path.resolve(AUTH_FILE) : path;
    }

    /** The profiles that are configured, then those that are only logged in. */
    List<String> profileNames() {
        Set<String> names = new LinkedHashSet<>(profiles().names());
        JsonFile logins = new JsonFile(credentialsFile());
        if (logins.isThere()) {
            names.addAll(logins.read().propertyNames());
        }
        return List.copyOf(names);
    }

    private FileLocks locks() {
        return new FileLocks(folders);
    }
}
