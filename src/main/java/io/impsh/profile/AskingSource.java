package io.impsh.profile;

import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.LoginException;
import java.net.URI;

/** Asks for user and password, once, at the first need. The password is kept in memory only. */
final class AskingSource implements CredentialSource {
    private static final String HINT =
            "log in with impsh login, or set IMPSH_USER and IMPSH_PASSWORD, or IMPSH_LOGIN_KEY";

    private final Asker asker;
    private final URI endpoint;
    private final String user;
    private Credentials answered;

    /** @param user {@code null} to ask for it, too */
    AskingSource(Asker asker, URI endpoint, String user) {
        this.asker = asker;
        this.endpoint = endpoint;
        this.user = user;
    }

    @Override
    public synchronized Credentials credentials() {
        if (answered == null) {
            requireSomebody("not logged in at " + endpoint);
            String name = user == null ? asker.ask("User or e-mail for " + endpoint.getHost() + ": ") : user;
            answered = new Credentials.Password(name, asker.askSecret("Password for " + name + ": "));
        }
        return answered;
    }

    /** The next need asks again. */
    @Override
    public synchronized Credentials insteadOf(Credentials refused) {
        if (refused.equals(answered)) {
            answered = null;
        }
        return null;
    }

    @Override
    public String oneTimeCode() {
        requireSomebody("this account needs a one-time code");
        return asker.askSecret("One-time code: ").strip();
    }

    private void requireSomebody(String problem) {
        if (!asker.canAsk()) {
            throw new LoginException("NOT_LOGGED_IN", problem, HINT);
        }
    }
}
