package io.impsh.profile;

import io.impsh.api.Endpoint;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
    private static final String ENVIRONMENT = "environment";

    private final Surroundings around;
    private final Asker asker;
    private final VariableLogin ours;
    private final VariableLogin vendors;

    public CredentialSources(Surroundings around, Asker asker) {
        this.around = around;
        this.asker = asker;
        this.ours = VariableLogin.ours(around.environment());
        this.vendors = VariableLogin.vendors(around.environment());
    }

    /** Reads files, asks nobody and contacts nothing; a question comes when the first request needs it. */
    public Connection connection(ConnectionChoice choice) {
        URI wanted = wantedEndpoint(choice);
        Connection found = fromOurVariables(wanted, choice);
        found = found != null ? found : fromAuthFile(around.authFileHere(), Surroundings.AUTH_FILE, wanted, choice);
        found = found != null ? found : fromNamedAuthFile(wanted, choice);
        found = found != null ? found : fromVendorVariables(wanted, choice);
        found = found != null ? found : fromProfile(wanted, choice);
        found = found != null
                ? found
                : fromAuthFile(around.authFileAtHome(), "~/" + Surroundings.AUTH_FILE, wanted, choice);
        return found != null ? found : byAsking(wanted, choice);
    }

    /** That profile's own login or a question, whatever else is there: somebody chose it at the prompt. */
    public Connection ofProfile(String name) {
        ConnectionChoice only = new ConnectionChoice(name, null);
        profile(only);
        return fromProfile(null, only);
    }

    /** The profiles that are configured or logged in, in that order. */
    public List<String> profileNames() {
        return around.profileNames();
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
        return new Connection(
                name,
                endpoint,
                ours.source(asker, endpoint),
                production(profile, endpoint),
                LoginOrigin.variable(ours.name()));
    }

    /** The vendor's go where the vendor's tool would send them. */
    private Connection fromVendorVariables(URI wanted, ConnectionChoice choice) {
        if (!vendors.isThere()) {
            return null;
        }
        String said = vendors.endpoint();
        URI endpoint = wanted != null ? wanted : said != null ? Endpoint.parse(said) : Endpoint.AWS;
        return new Connection(
                ENVIRONMENT,
                endpoint,
                vendors.source(asker, endpoint),
                chosenProduction(choice, endpoint),
                LoginOrigin.variable(vendors.name()));
    }

    private Connection fromNamedAuthFile(URI wanted, ConnectionChoice choice) {
        Path file = around.namedAuthFile();
        if (file == null) {
            return null;
        }
        if (!Files.exists(file)) {
            throw BrokenSource.of("IMPT_AUTH_FILE_PATH", "there is no file " + file);
        }
        return fromAuthFile(file, file.toString(), wanted, choice);
    }

    private Connection fromAuthFile(Path path, String name, URI wanted, ConnectionChoice choice) {
        LoginPlace place = around.authFile(path);
        StoredLogin login = place.read();
        if (login == null || wanted != null && !wanted.equals(login.endpoint())) {
            return null;
        }
        return new Connection(
                name,
                login.endpoint(),
                new StoredLoginSource(login, place),
                chosenProduction(choice, login.endpoint()),
                LoginOrigin.file(name, login));
    }

    private Connection fromProfile(URI wanted, ConnectionChoice choice) {
        Profile profile = profile(choice);
        String name = profile != null ? profile.name() : profileName(choice);
        LoginPlace place = around.profileLogin(name);
        StoredLogin login = place.read();
        if (login != null) {
            URI endpoint = wanted != null ? wanted : profile != null ? profile.endpoint() : login.endpoint();
            if (endpoint.equals(login.endpoint())) {
                return new Connection(
                        name,
                        endpoint,
                        new StoredLoginSource(login, place),
                        production(profile, endpoint),
                        LoginOrigin.profile(name, login));
            }
        }
        boolean isChosen = around.chosenProfile(choice) != null;
        return isChosen ? byAsking(wanted, choice) : null;
    }

    private Connection byAsking(URI wanted, ConnectionChoice choice) {
        Profile profile = profile(choice);
        URI endpoint = wanted != null ? wanted : profile != null ? profile.endpoint() : Endpoint.AWS;
        String name = profile != null ? profile.name() : profileName(choice);
        return new Connection(
                name,
                endpoint,
                new AskingSource(asker, endpoint, null),
                production(profile, endpoint),
                LoginOrigin.profile(name, null));
    }

    /** A profile that was asked for protects its endpoint even where an earlier source gives the login. */
    private Production chosenProduction(ConnectionChoice choice, URI endpoint) {
        return around.chosenProfile(choice) == null ? Production.UNSAID : production(profile(choice), endpoint);
    }

    /** What a profile says of its own endpoint says nothing of another one. */
    private static Production production(Profile profile, URI endpoint) {
        boolean isItsOwn = profile != null && profile.endpoint().equals(endpoint);
        return isItsOwn ? profile.production() : Production.UNSAID;
    }

    /** {@code null} when {@code config.toml} has none of the name that was chosen, or of the default one's. */
    private Profile profile(ConnectionChoice choice) {
        ProfilesFile file = around.profiles();
        String chosen = around.chosenProfile(choice);
        Profile profile = file.profile(chosen != null ? chosen : file.defaultName());
        if (profile == null && chosen != null && !chosen.equals(ProfilesFile.DEFAULT)) {
            List<String> known = around.profileNames();
            if (!known.contains(chosen)) {
                throw new NoSuchProfileException(chosen, known);
            }
        }
        return profile;
    }

    private String profileName(ConnectionChoice choice) {
        String chosen = around.chosenProfile(choice);
        return chosen != null ? chosen : around.profiles().defaultName();
    }
}
