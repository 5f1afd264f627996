package io.impsh.cli;

import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.ImpClient;
import io.impsh.library.UsageException;
import io.impsh.output.OutputFormat;
import io.impsh.output.SafeText;
import io.impsh.profile.ConnectionChoice;
import io.impsh.profile.LoginStore;
import io.impsh.profile.StoredLogin;
import io.impsh.script.Shown;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code impsh logout}: takes the login away here, then gives its refresh token back to the service. */
final class LogoutCommand {
    /** Nobody wants to wait for a cloud that is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CommandContext context;
    private final Options options;

    LogoutCommand(CommandContext context) {
        this.context = context;
        this.options = context.options();
    }

    void run() {
        if (options.has("--local") && options.profile().isPresent()) {
            throw new UsageException("--local and --profile exclude each other", null);
        }
        if (options.dryRun()) {
            throw new UsageException("a logout has no dry run", null);
        }
        LoginStore store = new LoginStore(context.surroundings());
        boolean here = options.has("--local");
        String profile =
                store.profileName(new ConnectionChoice(options.profile().orElse(null), null));
        StoredLogin login = here ? store.removeHere() : store.remove(profile);
        String place = here ? ".impt.auth in this directory" : "profile " + SafeText.clean(profile);
        tell(login, place);
        if (login != null && login.refreshToken() != null) {
            end(login, here ? null : profile)
                    .ifPresent(why -> context.tellUnlessQuiet(
                            "note: the refresh token could not be removed at the service: " + SafeText.clean(why)));
        }
    }

    private void tell(StoredLogin login, String place) {
        if (options.format() == OutputFormat.TABLE) {
            context.printer().print(new Shown.Text(text(login, place)));
            return;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("place", place);
        json.put("loggedOut", login != null);
        context.printer().print(new Shown.Tree(json));
    }

    private static String text(StoredLogin login, String place) {
        if (login == null) {
            return "Not logged in: " + place + " holds no login.";
        }
        String who = login.owner() == null ? "" : " " + login.owner().name();
        String key = login.loginKey() == null ? "" : " The login key stays valid at the service.";
        return "Logged out" + who + " at " + login.endpoint() + ": " + place + " holds no login any more." + key;
    }

    private Optional<String> end(StoredLogin login, String profile) {
        CredentialSource source =
                CredentialSource.of(new Credentials.RefreshToken(login.refreshToken(), login.present()));
        ClientOptions connection =
                context.connectionTo(login.endpoint(), source).withRequestDeadline(PATIENCE);
        try (ImpClient client = Audit.of(context).connect(connection, profile)) {
            return RefreshTokenEnd.tryTo(client, login.refreshToken());
        }
    }
}
