package io.impsh.profile;

import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import java.net.URI;
import java.util.Map;

/** Credentials in environment variables that share a prefix: ours or the vendor's. */
final class VariableLogin {
    private final Map<String, String> environment;
    private final String prefix;
    private final String keyVariable;

    static VariableLogin ours(Map<String, String> environment) {
        return new VariableLogin(environment, "IMPSH_", "LOGIN_KEY");
    }

    static VariableLogin vendors(Map<String, String> environment) {
        return new VariableLogin(environment, "IMPT_", "LOGINKEY");
    }

    private VariableLogin(Map<String, String> environment, String prefix, String keyVariable) {
        this.environment = environment;
        this.prefix = prefix;
        this.keyVariable = prefix + keyVariable;
    }

    /** The endpoint as given, or {@code null}. */
    String endpoint() {
        return value(prefix + "ENDPOINT");
    }

    /** {@code null} when no variable gives a login. A user without a password is asked for it. */
    CredentialSource source(Asker asker, URI endpoint) {
        String user = value(prefix + "USER");
        String password = value(prefix + "PASSWORD");
        if (value(keyVariable) != null) {
            return CredentialSource.of(new Credentials.LoginKey(value(keyVariable)));
        }
        if (user != null && password != null) {
            return new PasswordSource(new Credentials.Password(user, password), asker);
        }
        if (password != null) {
            throw BrokenSource.of(prefix + "PASSWORD", "is set without " + prefix + "USER");
        }
        return user == null ? null : new AskingSource(asker, endpoint, user);
    }

    /** The variable that says it, the key's before the user's. */
    String name() {
        return hasKey() ? keyVariable : prefix + "USER";
    }

    boolean hasKey() {
        return value(keyVariable) != null;
    }

    /** {@code null} when it is not said. */
    String user() {
        return value(prefix + "USER");
    }

    boolean isThere() {
        return value(keyVariable) != null || value(prefix + "USER") != null || value(prefix + "PASSWORD") != null;
    }

    private String value(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** A known password; only the second factor may have to be asked for. */
    private record PasswordSource(Credentials.Password credentials, Asker asker) implements CredentialSource {
        @Override
        public String oneTimeCode() {
            return asker.canAsk() ? asker.askSecret("One-time code: ").strip() : CredentialSource.super.oneTimeCode();
        }
    }
}
