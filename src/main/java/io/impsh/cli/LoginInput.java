package io.impsh.cli;

import io.impsh.api.AccessToken;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.LoginException;
import io.impsh.library.UsageException;
import io.impsh.profile.Asker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What somebody gives to log in with: lines of standard input, else variables, else answers. A secret is never an
 * argument. Keeps what the service gave for it, and writes nothing.
 */
final class LoginInput implements CredentialSource {
    /** What is given where; {@code user} is {@code null} to ask. */
    record Given(URI endpoint, String user, boolean passwordOnInput, boolean keyOnInput) {}

    private final Given given;
    private final Map<String, String> environment;
    private final InputStream in;
    private final Asker asker;
    private Credentials known;
    private AccessToken token;

    /** @param in where the lines are, when some are to be read */
    LoginInput(Given given, Map<String, String> environment, InputStream in, Asker asker) {
        this.given = given;
        this.environment = environment;
        this.in = in;
        this.asker = asker;
    }

    /** The same each time; asks at most once. */
    @Override
    public synchronized Credentials credentials() {
        known = known == null ? read() : known;
        return known;
    }

    private Credentials read() {
        if (given.keyOnInput()) {
            return new Credentials.LoginKey(
                    onInput("--key-stdin", "Login key: ").strip());
        }
        if (given.user() == null && !given.passwordOnInput() && variable("IMPSH_LOGIN_KEY") != null) {
            return new Credentials.LoginKey(variable("IMPSH_LOGIN_KEY"));
        }
        String user = user();
        return new Credentials.Password(user, password(user));
    }

    private String user() {
        String named = given.user() != null ? given.user() : variable("IMPSH_USER");
        if (named != null) {
            return named;
        }
        if (!asker.canAsk()) {
            throw new LoginException(
                    "NOT_LOGGED_IN",
                    "log in as whom? nobody can be asked",
                    "give --user and --password-stdin, or --key-stdin, or IMPSH_USER and IMPSH_PASSWORD");
        }
        return required(
                "user", asker.ask("User or e-mail for " + given.endpoint().getHost() + ": "));
    }

    private String password(String user) {
        String question = "Password for " + user + ": ";
        if (given.passwordOnInput()) {
            return onInput("--password-stdin", question);
        }
        String variable = variable("IMPSH_PASSWORD");
        boolean isForUser = variable("IMPSH_USER") == null || user.equals(variable("IMPSH_USER"));
        if (variable != null && isForUser) {
            return variable;
        }
        if (!asker.canAsk()) {
            throw new LoginException(
                    "NOT_LOGGED_IN",
                    "a password for " + user + " is needed, and nobody can be asked",
                    "give it with --password-stdin, or in IMPSH_PASSWORD");
        }
        return required("password", asker.askSecret(question));
    }

    /** The second line of standard input when the password was the first. */
    @Override
    public String oneTimeCode() {
        String line = given.passwordOnInput() && !asker.canAsk() ? line() : "";
        String code = line.isBlank() ? variable("IMPSH_OTP") : line.strip();
        if (code != null) {
            return code;
        }
        if (!asker.canAsk()) {
            throw new LoginException(
                    "NOT_LOGGED_IN",
                    "this account needs a one-time code, and nobody can be asked for it",
                    "give it as the second line after --password-stdin, or in IMPSH_OTP");
        }
        return required("one-time code", asker.askSecret("One-time code: ").strip());
    }

    @Override
    public synchronized void renewed(AccessToken given) {
        token = given;
    }

    /** The last one; {@code null} before the first. */
    synchronized AccessToken token() {
        return token;
    }

    /** At a terminal nobody types a secret into the open. */
    private String onInput(String option, String question) {
        String line = asker.canAsk() ? asker.askSecret(question) : line();
        if (line.isBlank()) {
            throw new UsageException(option + ": standard input is empty", null);
        }
        return line;
    }

    private String line() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                line.write(next);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        String text = line.toString(StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static String required(String what, String answer) {
        if (answer.isBlank()) {
            throw new LoginException("NOT_LOGGED_IN", "no " + what + " was given", null);
        }
        return answer;
    }

    private String variable(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
