package io.impsh.cli;

import io.impsh.api.Cancellation;
import io.impsh.api.Endpoint;
import io.impsh.library.UsageException;
import io.impsh.output.OutputFormat;
import io.impsh.output.SafeText;
import io.impsh.profile.Asker;
import io.impsh.profile.ConnectionChoice;
import io.impsh.profile.CredentialSources;
import io.impsh.profile.LoginOrigin;
import io.impsh.profile.LoginStore;
import io.impsh.script.Shown;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code impsh login}: asks for what it is not given, tries it, stores it, and says who is logged in where. */
final class LoginCommand {
    private final CommandContext context;
    private final Options options;

    LoginCommand(CommandContext context) {
        this.context = context;
        this.options = context.options();
    }

    void run() {
        check();
        options.timeout().ifPresent(context.interrupts()::requestAfter);
        ConnectionChoice choice = choice();
        LoginStore store = new LoginStore(context.surroundings());
        String profile = store.profileName(choice);
        store.requireName(profile);
        URI endpoint = store.endpoint(profile, choice);
        NewLogin login = NewLogin.with(input(endpoint), endpoint, options.has("--temp"), Cancellation.none(), context);
        LoginStore.Stored stored = options.has("--local")
                ? store.storeHere(login.toStore(options.has("--temp")))
                : store.store(profile, login.toStore(options.has("--temp")));
        tell(login, options.has("--local") ? null : profile, stored);
        stored.notices().forEach(line -> context.tellUnlessQuiet("note: " + SafeText.clean(line)));
        tellWhatComesFirst(profile);
    }

    private void check() {
        exclude("--key-stdin", "--password-stdin");
        exclude("--key-stdin", "--user");
        exclude("--cloud", "--endpoint");
        exclude("--local", "--profile");
        if (options.dryRun()) {
            throw new UsageException("a login has no dry run", null);
        }
    }

    private void exclude(String one, String other) {
        if (options.has(one) && options.has(other)) {
            throw new UsageException(one + " and " + other + " exclude each other", null);
        }
    }

    private ConnectionChoice choice() {
        String endpoint = options.value("--cloud")
                .map(LoginCommand::cloud)
                .orElse(options.endpoint().orElse(null));
        return new ConnectionChoice(options.profile().orElse(null), endpoint);
    }

    private static String cloud(String name) {
        return switch (name) {
            case "aws" -> Endpoint.AWS.toString();
            case "azure" -> Endpoint.AZURE.toString();
            default ->
                throw new UsageException(
                        "--cloud: '" + name + "' is neither aws nor azure", "--endpoint URL names any other one");
        };
    }

    private LoginInput input(URI endpoint) {
        Asker asker = new Questions(context.streams(), context.interrupts());
        LoginInput.Given given = new LoginInput.Given(
                endpoint,
                options.value("--user").orElse(null),
                options.has("--password-stdin"),
                options.has("--key-stdin"));
        return new LoginInput(given, context.environment(), context.streams().in(), asker);
    }

    /** @param profile {@code null} when it went into the present directory */
    private void tell(NewLogin login, String profile, LoginStore.Stored stored) {
        if (options.format() == OutputFormat.TABLE) {
            String place = profile == null ? "Stored" : "Profile " + profile + ", stored";
            context.printer()
                    .print(new Shown.Text("Logged in as " + login.who() + " at " + login.endpoint() + ".\n" + place
                            + " in " + stored.file() + lasting(login) + "."));
            return;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account", login.account().username());
        json.put("email", login.account().email());
        json.put("endpoint", login.endpoint().toString());
        json.put("profile", profile);
        json.put("file", stored.file().toString());
        json.put("login", login.toStore(options.has("--temp")).kind());
        context.printer().print(new Shown.Tree(json));
    }

    private String lasting(NewLogin login) {
        boolean ends = options.has("--temp") && login.token().expiresAt() != null;
        return ends ? " until " + login.token().expiresAt().truncatedTo(ChronoUnit.SECONDS) : "";
    }

    /** A login that something else overrides here looks as if it had not worked. */
    private void tellWhatComesFirst(String profile) {
        LoginOrigin used = new CredentialSources(context.surroundings(), Asker.NOBODY)
                .connection(new ConnectionChoice(options.profile().orElse(null), null))
                .origin();
        boolean isThis = options.has("--local")
                ? used.name().equals(".impt.auth")
                : used.name().equals(profile);
        if (!isThis) {
            context.tellUnlessQuiet("note: here " + SafeText.clean(used.name())
                    + " comes first and is used instead; impsh profiles lists all");
        }
    }
}
