package io.impsh.profile;

import io.impsh.PrivateFiles;
import io.impsh.UserException;
import io.impsh.api.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Stores logins and takes them away again, in our own files or in that of the vendor's tool. */
public final class LoginStore {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private final Surroundings around;

    public LoginStore(Surroundings around) {
        this.around = around;
    }

    /**
     * Where a login went.
     *
     * @param notices what somebody should know besides, a line each
     */
    public record Stored(Path file, List<String> notices) {}

    /** The profile that a login is for: the one that was chosen, known or not, or the default one. */
    public String profileName(ConnectionChoice choice) {
        String chosen = around.chosenProfile(choice);
        return chosen != null ? chosen : around.profiles().defaultName();
    }

    /**
     * @throws UserException {@code USAGE} when a profile cannot have that name; one that is there has a good one
     */
    public void requireName(String profile) {
        if (!NAME.matcher(profile).matches() && around.profiles().profile(profile) == null) {
            throw new UserException(
                    "USAGE", "\"" + profile + "\" is no name for a profile", "letters, digits, - and _ make one");
        }
    }

    /** Where that profile connects to: what is said now, else what it says, else what its login was for. */
    public URI endpoint(String profile, ConnectionChoice choice) {
        String said = choice.endpoint() != null ? choice.endpoint() : around.variable("IMPSH_ENDPOINT");
        if (said != null) {
            return Endpoint.parse(said);
        }
        Profile configured = around.profiles().profile(profile);
        if (configured != null) {
            return configured.endpoint();
        }
        try {
            StoredLogin before = around.profileLogin(profile).read();
            return before == null ? Endpoint.AWS : before.endpoint();
        } catch (UserException broken) {
            return Endpoint.AWS;
        }
    }

    /** Into {@code credentials.json}, and the endpoint into {@code config.toml} unless it is known already. */
    public Stored store(String profile, StoredLogin login) {
        LoginPlace place = around.profileLogin(profile);
        List<String> notices = new ArrayList<>();
        keptAside(place.write(login), notices);
        configure(profile, login.endpoint(), notices);
        return new Stored(place.path(), notices);
    }

    /** Into {@code .impt.auth} in the present directory, where the vendor's tool finds it. */
    public Stored storeHere(StoredLogin login) {
        LoginPlace place = around.authFile(around.authFileHere().toAbsolutePath());
        List<String> notices = new ArrayList<>();
        keptAside(place.write(login.withoutOwner()), notices);
        return new Stored(place.path(), notices);
    }

    /** @return what was there, {@code null} when nothing was */
    public StoredLogin remove(String profile) {
        return remove(around.profileLogin(profile));
    }

    /** The same with {@code .impt.auth} in the present directory. */
    public StoredLogin removeHere() {
        return remove(around.authFile(around.authFileHere().toAbsolutePath()));
    }

    private static StoredLogin remove(LoginPlace place) {
        StoredLogin login = place.read();
        return login != null && place.remove() ? login : null;
    }

    private static void keptAside(Path broken, List<String> notices) {
        if (broken != null) {
            notices.add("the file that was there is broken; it is kept as " + broken);
        }
    }

    private void configure(String profile, URI endpoint, List<String> notices) {
        Profile before = around.profiles().profile(profile);
        boolean isKnown = before == null ? endpoint.equals(Endpoint.AWS) : endpoint.equals(before.endpoint());
        if (isKnown) {
            return;
        }
        Path file = around.folders().configFile("config.toml");
        if (!rewrite(file, profile, endpoint)) {
            notices.add(file + " could not be changed: put " + ConfigText.assignment(endpoint) + " under [profiles."
                    + profile + "]");
        } else if (before != null) {
            notices.add(
                    "profile " + profile + " connected to " + before.endpoint() + " before; " + file + " was changed");
        }
    }

    /** False when it cannot be written, or when the outcome would not say what is meant. */
    private boolean rewrite(Path file, String profile, URI endpoint) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            String changed = ConfigText.withEndpoint(text, profile, endpoint);
            if (!around.profiles().becomes(changed, profile, endpoint)) {
                return false;
            }
            PrivateFiles.write(file, changed.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException notWritable) {
            return false;
        }
    }
}
