package io.impsh.profile;

import io.impsh.UserException;
import io.impsh.api.CredentialSource;
import io.impsh.api.Endpoint;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Finds out where to connect and with what. The first source that is there wins:
 *
 * <ol>
 *   <li>{@code IMPSH_LOGIN_KEY}, or {@code IMPSH_USER} and {@code IMPSH_PASSWORD}
 *   <li>{@code .impt.auth} in the present directory
 *   <li>the file that {@code IMPT_AUTH_FILE_PATH} names; {@code IMPT_LOGINKEY}; {@code IMPT_USER} and
 *       {@code IMPT_PASSWORD}
 *   <li>the profile: {@code --profile}, {@code IMPSH_PROFILE}, or the default one
 *   <li>{@code ~/.impt.auth}
 *   <li>a question
 * </ol>
 *
 * <p>A stored login is used for the endpoint stored with it and no other: with {@code --endpoint} or
 * {@code IMPSH_ENDPOINT}, stored logins of other endpoints are not looked at further. A source that is there but broken
 * stops with {@code CREDENTIALS_BROKEN}.
 */
public final class CredentialSources {
    private static final String AUTH_FILE = ".impt.auth";
    private static final String ENVIRONMENT = "environment";

    private final Map<String, String> environment;
    private final Path directory;
    private final Path home;
    private final Folders folders;
    private final Asker asker;
    private final VariableLogin ours;
    private final VariableLogin vendors;

    /**
     * @param directory the present one
     * @param home the user's
     */
    public CredentialSources(Map<String, String> environment, Path directory, Path home, Folders folders, Asker asker) {
        this.environment = environment;
        this.directory = directory;
        this.home = home;
        this.folders = folders;
        this.asker = asker;
        this.ours = new VariableLogin(environment, "IMPSH_", "LOGIN_KEY");
        this.vendors = new VariableLogin(environment, "IMPT_", "LOGINKEY");
    }

    /** Those of this process. */
    public static CredentialSources ofProcess(Asker asker) {
        return new CredentialSources(System.getenv(), Path.of(""), Folders.homeOfProcess(), Folders.ofProcess(), asker);
    }

    /** Reads files, asks nobody and contacts nothing; a question comes when the first request needs it. */
    public Connection connection(ConnectionChoice choice) {
        URI wanted = wantedEndpoint(choice);
        Connection found = fromOurVariables(wanted, choice);
        found = found != null ? found : fromAuthFile(directory.resolve(AUTH_FILE), AUTH_FILE, wanted, choice);
        found = found != null ? found : fromNamedAuthFile(wanted, choice);
        found = found != null ? found : fromVendorVariables(wanted, choice);
        found = found != null ? found : fromProfile(wanted, choice);
        found = found != null ? found : fromAuthFile(home.resolve(AUTH_FILE), "~/" + AUTH_FILE, wanted, choice);
        return found != null ? found : byAsking(wanted, choice);
    }

    /** What the command line or our variable asks for, or {@code null}. */
    private URI wantedEndpoint(ConnectionChoice choice) {
        String text = choice.endpoint() != null ? choice.endpoint() : ours.endpoint();
        return text == null ? null : Endpoint.parse(text);
    }

    /** Ours go to the profile's endpoint when nothing else says where. */
    private Connection fromOurVariables(URI wanted, ConnectionChoice choice) {
        if (!ours.isThere()) {
            return null;
        }
        Profile profile = profile(choice);
        URI endpoint = wanted != null ? wanted : profile != null ? profile.endpoint() : Endpoint.AWS;
        boolean isItsOwn = profile != null && profile.endpoint().equals(endpoint);
        String name = isItsOwn ? profile.name() : ENVIRONMENT;
        return new Connection(name, endpoint, ours.source(asker, endpoint), production(profile, endpoint));
    }

    /** The vendor's go where the vendor's tool would send them. */
    private Connection fromVendorVariables(URI wanted, ConnectionChoice choice) {
        if (!vendors.isThere()) {
            return null;
        }
        String said = vendors.endpoint();
        URI endpoint = wanted != null ? wanted : said != null ? Endpoint.parse(said) : Endpoint.AWS;
        return new Connection(
                ENVIRONMENT, endpoint, vendors.source(asker, endpoint), chosenProduction(choice, endpoint));
    }

    private Connection fromNamedAuthFile(URI wanted, ConnectionChoice choice) {
        String named = environment.getOrDefault("IMPT_AUTH_FILE_PATH", "");
        if (named.isEmpty()) {
            return null;
        }
        Path path = directory.resolve(named);
        Path file = Files.isDirectory(path) ? path.resolve(AUTH_FILE) : path;
        if (!Files.exists(file)) {
            throw BrokenSource.of("IMPT_AUTH_FILE_PATH", "there is no file " + file);
        }
        return fromAuthFile(file, file.toString(), wanted, choice);
    }

    private Connection fromAuthFile(Path path, String name, URI wanted, ConnectionChoice choice) {
        JsonFile file = new JsonFile(path);
        if (!file.isThere()) {
            return null;
        }
        StoredLogin login = StoredLogin.read(file.read(), path.toString());
        if (wanted != null && !wanted.equals(login.endpoint())) {
            return null;
        }
        CredentialSource source = new StoredLoginSource(login, file, whole -> whole);
        return new Connection(name, login.endpoint(), source, chosenProduction(choice, login.endpoint()));
    }

    private Connection fromProfile(URI wanted, ConnectionChoice choice) {
        Profile profile = profile(choice);
        JsonFile file = new JsonFile(folders.configFile("credentials.json"));
        String name = profile != null ? profile.name() : profileName(choice);
        JsonNode stored = file.isThere() ? file.read().path(name) : null;
        if (stored != null && stored.isObject()) {
            StoredLogin login = StoredLogin.read(stored, file.path() + ", profile " + name);
            URI endpoint = wanted != null ? wanted : profile != null ? profile.endpoint() : login.endpoint();
            if (endpoint.equals(login.endpoint())) {
                CredentialSource source = new StoredLoginSource(login, file, whole -> whole.path(name));
                return new Connection(name, endpoint, source, production(profile, endpoint));
            }
        }
        boolean isChosen = chosenName(choice) != null;
        return isChosen ? byAsking(wanted, choice) : null;
    }

    private Connection byAsking(URI wanted, ConnectionChoice choice) {
        Profile profile = profile(choice);
        URI endpoint = wanted != null ? wanted : profile != null ? profile.endpoint() : Endpoint.AWS;
        String name = profile != null ? profile.name() : profileName(choice);
        return new Connection(name, endpoint, new AskingSource(asker, endpoint, null), production(profile, endpoint));
    }

    /** A profile that was asked for protects its endpoint even where an earlier source gives the login. */
    private Production chosenProduction(ConnectionChoice choice, URI endpoint) {
        return chosenName(choice) == null ? Production.UNSAID : production(profile(choice), endpoint);
    }

    /** What a profile says of its own endpoint says nothing of another one. */
    private static Production production(Profile profile, URI endpoint) {
        boolean isItsOwn = profile != null && profile.endpoint().equals(endpoint);
        return isItsOwn ? profile.production() : Production.UNSAID;
    }

    /** {@code null} when nobody chose one and {@code config.toml} has no default one. */
    private Profile profile(ConnectionChoice choice) {
        ProfilesFile file = profilesFile();
        String chosen = chosenName(choice);
        Profile profile = file.profile(chosen != null ? chosen : file.defaultName());
        if (profile == null && chosen != null && !chosen.equals(ProfilesFile.DEFAULT)) {
            String known = file.names().isEmpty() ? "there are none" : "there are: " + String.join(", ", file.names());
            throw new UserException("NO_SUCH_PROFILE", "there is no profile \"" + chosen + "\"", known);
        }
        return profile;
    }

    private String profileName(ConnectionChoice choice) {
        String chosen = chosenName(choice);
        return chosen != null ? chosen : profilesFile().defaultName();
    }

    private String chosenName(ConnectionChoice choice) {
        String variable = environment.getOrDefault("IMPSH_PROFILE", "");
        return choice.profile() != null ? choice.profile() : variable.isEmpty() ? null : variable;
    }

    private ProfilesFile profilesFile() {
        return ProfilesFile.read(folders.configFile("config.toml"));
    }
}
