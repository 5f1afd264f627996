package io.impsh.profile;

import io.impsh.UserException;
import io.impsh.api.AccessToken;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A login in a file of ours or of the vendor's tool. A renewed token is written back beside whatever else the file
 * holds; where that fails, the next run has to renew again and nothing is lost.
 */
final class StoredLoginSource implements CredentialSource {
    private final StoredLogin login;
    private final JsonFile file;
    private final Function<ObjectNode, JsonNode> place;

    /** @param place finds the login's object inside the file's */
    StoredLoginSource(StoredLogin login, JsonFile file, Function<ObjectNode, JsonNode> place) {
        this.login = login;
        this.file = file;
        this.place = place;
    }

    @Override
    public Credentials credentials() {
        return login.first();
    }

    @Override
    public Credentials insteadOf(Credentials refused) {
        return login.insteadOf(refused);
    }

    /** Read again first: the vendor's tool may have written meanwhile. */
    @Override
    public void renewed(AccessToken token) {
        try {
            ObjectNode whole = file.read();
            if (place.apply(whole) instanceof ObjectNode stored) {
                StoredLogin.renew(stored, token);
                file.write(whole);
            }
        } catch (UserException goneMeanwhile) {
            // The token in memory is good; there is no place to keep it.
        }
    }
}
