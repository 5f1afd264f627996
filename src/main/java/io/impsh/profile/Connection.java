package io.impsh.profile;

import io.impsh.api.CredentialSource;
import java.net.URI;

/**
 * Where to connect and with what.
 *
 * @param profileName for people: a profile's name, or the source that took its place, such as {@code .impt.auth}
 */
public record Connection(
        String profileName, URI endpoint, CredentialSource credentials, Production production, LoginOrigin origin) {
    /** The same place with another login. */
    public Connection with(CredentialSource others, StoredLogin login) {
        return new Connection(
                profileName, endpoint, others, production, new LoginOrigin(origin.name(), origin.ofProfile(), login));
    }
}
