package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.ImpClient;
import io.impsh.library.UsageException;
import io.impsh.profile.Connection;
import io.impsh.profile.ConnectionChoice;
import io.impsh.profile.CredentialSources;
import io.impsh.profile.Folders;
import io.impsh.profile.Production;
import io.impsh.sandbox.DataException;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.script.ScriptIo;
import io.impsh.script.SessionProfile;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The cloud a session talks to: the embedded one, or that of a profile. Contacts nothing until a client is used. */
final class CloudConnection implements AutoCloseable {
    private static final String SANDBOX = "sandbox";

    private final CommandContext context;
    private final SessionProfile profile;
    private final CredentialSource credentials;
    private final SessionAsker asker;
    private final Sandbox sandbox;
    private ImpClient client;

    private CloudConnection(
            CommandContext context,
            SessionProfile profile,
            CredentialSource credentials,
            SessionAsker asker,
            Sandbox sandbox) {
        this.context = context;
        this.profile = profile;
        this.credentials = credentials;
        this.asker = asker;
        this.sandbox = sandbox;
    }

    /** Starts the sandbox if it is wanted, else finds out where to connect and with what. */
    static CloudConnection open(CommandContext context) {
        return context.options().isSandbox() ? embedded(context) : ofProfile(context);
    }

    private static CloudConnection embedded(CommandContext context) {
        Sandbox sandbox = start(context.options());
        CredentialSource credentials =
                CredentialSource.of(new Credentials.Password(sandbox.user(), sandbox.password()));
        SessionProfile profile = new SessionProfile(
                SANDBOX, sandbox.baseUrl(), null, context.options().readOnly());
        return new CloudConnection(context, profile, credentials, new SessionAsker(), sandbox);
    }

    /** @throws UserException when the port is taken, or the data file cannot be used */
    static Sandbox start(Options options) {
        SandboxOptions wanted = SandboxSettings.of(options);
        Path data = options.value("--data").map(CloudConnection::file).orElse(null);
        try {
            return data == null ? Sandbox.start(wanted) : ofFile(options, Sandbox.start(wanted, data));
        } catch (DataException unusable) {
            throw new UserException("SANDBOX_DATA", unusable.getMessage(), unusable.hint(), unusable);
        } catch (UncheckedIOException failure) {
            throw new UserException("SANDBOX", "the sandbox cannot start: " + failure.getMessage(), null, failure);
        }
    }

    private static Path file(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException noName) {
            throw new UsageException("--data: '" + name + "' is no file name", null, noName);
        }
    }

    private static Sandbox ofFile(Options options, Sandbox sandbox) {
        try {
            SandboxSettings.requireSameFleet(options, sandbox.options());
            return sandbox;
        } catch (UsageException contradiction) {
            sandbox.close();
            throw contradiction;
        }
    }

    private static CloudConnection ofProfile(CommandContext context) {
        SessionAsker asker = new SessionAsker();
        Options options = context.options();
        Connection connection = new CredentialSources(
                        context.environment(), Path.of(""), context.userHome(), folders(context), asker)
                .connection(new ConnectionChoice(
                        options.profile().orElse(null), options.endpoint().orElse(null)));
        Boolean production = production(connection.production());
        boolean locked = Boolean.TRUE.equals(production) && !options.unlock();
        SessionProfile profile = new SessionProfile(
                connection.profileName(), connection.endpoint(), production, options.readOnly() || locked);
        return new CloudConnection(context, profile, connection.credentials(), asker, null);
    }

    private static Boolean production(Production said) {
        return switch (said) {
            case YES -> Boolean.TRUE;
            case NO -> Boolean.FALSE;
            case UNSAID -> null;
        };
    }

    static Folders folders(CommandContext context) {
        return Folders.of(context.environment(), context.userHome(), System.getProperty("impsh.cache"));
    }

    SessionProfile profile() {
        return profile;
    }

    /** What the prompt says: the profile, and the account where it is known without asking. */
    String place() {
        return sandbox == null ? profile.name() : profile.name() + " " + sandbox.user();
    }

    /** How the embedded cloud was started, or {@code null} if this is none. */
    SandboxOptions sandboxOptions() {
        return sandbox == null ? null : sandbox.options();
    }

    /** Whom to ask when credentials are needed. */
    void askThrough(ScriptIo io) {
        asker.askThrough(io);
    }

    /** One client for the whole session, made at its first use, as its libraries take their time to load. */
    synchronized ImpClient client() {
        if (client == null) {
            Options options = context.options();
            client = ImpClient.connect(ClientOptions.of(profile.endpoint(), credentials)
                    .withDryRun(options.dryRun())
                    .withTrace(options.debug() ? context.streams()::tell : null));
        }
        return client;
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
