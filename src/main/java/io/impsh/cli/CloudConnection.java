package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.Endpoint;
import io.impsh.api.ImpClient;
import io.impsh.library.UsageException;
import io.impsh.output.SafeText;
import io.impsh.profile.Asker;
import io.impsh.profile.Connection;
import io.impsh.profile.ConnectionChoice;
import io.impsh.profile.CredentialSources;
import io.impsh.profile.Folders;
import io.impsh.profile.LoginOrigin;
import io.impsh.profile.LoginOwner;
import io.impsh.profile.Production;
import io.impsh.profile.StoredLogin;
import io.impsh.sandbox.DataException;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.script.ScriptIo;
import io.impsh.script.SessionProfile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The cloud a session talks to: the embedded one, or that of a profile. Contacts nothing until a client is used. */
final class CloudConnection implements AutoCloseable {
    private static final String SANDBOX = "sandbox";

    private final CommandContext context;
    private final SessionAsker asker;
    private final Sandbox sandbox;
    private Connection connection;
    private SessionProfile profile;
    private ImpClient client;

    private CloudConnection(CommandContext context, Connection connection, SessionAsker asker, Sandbox sandbox) {
        this.context = context;
        this.asker = asker;
        this.sandbox = sandbox;
        use(connection);
    }

    /** Starts the sandbox if it is wanted, else finds out where to connect and with what. */
    static CloudConnection open(CommandContext context) {
        return context.options().isSandbox() ? embedded(context) : ofProfile(context);
    }

    private static CloudConnection embedded(CommandContext context) {
        Sandbox sandbox = start(context.options());
        CredentialSource credentials =
                CredentialSource.of(new Credentials.Password(sandbox.user(), sandbox.password()));
        Connection connection = new Connection(
                SANDBOX, sandbox.baseUrl(), credentials, Production.UNSAID, new LoginOrigin(SANDBOX, false, null));
        return new CloudConnection(context, connection, new SessionAsker(), sandbox);
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
        Connection connection = NearestProfile.explaining(() -> new CredentialSources(context.surroundings(), asker)
                .connection(new ConnectionChoice(
                        options.profile().orElse(null), options.endpoint().orElse(null))));
        tellWhatComesFirst(connection, context);
        return new CloudConnection(context, connection, asker, null);
    }

    /** Whoever names a profile expects its account. */
    private static void tellWhatComesFirst(Connection connection, CommandContext context) {
        LoginOrigin origin = connection.origin();
        String chosen = context.options().profile().orElse(null);
        if (chosen != null && !origin.ofProfile()) {
            context.tellUnlessQuiet("note: the login is that of " + SafeText.clean(origin.name())
                    + ", which comes before profile " + SafeText.clean(chosen));
        }
    }

    /** From now on; the next client is another one. */
    synchronized void use(Connection next) {
        Options options = context.options();
        Boolean production = production(next.production());
        boolean locked = Boolean.TRUE.equals(production) && !options.unlock();
        connection = next;
        profile = new SessionProfile(next.profileName(), next.endpoint(), production, options.readOnly() || locked);
        closeClient();
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

    synchronized SessionProfile profile() {
        return profile;
    }

    synchronized Connection connection() {
        return connection;
    }

    LoginOrigin origin() {
        return connection().origin();
    }

    /** Whose login it is, {@code null} where nobody knows without asking the service. */
    LoginOwner owner() {
        StoredLogin stored = origin().stored();
        return stored == null ? null : stored.owner();
    }

    /** Whether anything was asked of this cloud. */
    synchronized boolean wasUsed() {
        return client != null;
    }

    /** What the prompt says: the profile, and its cloud or in the sandbox the account. */
    String place() {
        if (sandbox != null) {
            return SANDBOX + " " + sandbox.user();
        }
        SessionProfile present = profile();
        return present.name() + cloud(present.endpoint());
    }

    /** Nothing for the usual cloud. */
    private static String cloud(URI endpoint) {
        if (endpoint.equals(Endpoint.AWS)) {
            return "";
        }
        return " " + (endpoint.equals(Endpoint.AZURE) ? "azure" : endpoint.getAuthority());
    }

    boolean isSandbox() {
        return sandbox != null;
    }

    Asker asker() {
        return asker;
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
            client = ImpClient.connect(context.connectionTo(connection.endpoint(), connection.credentials())
                    .withDryRun(context.options().dryRun()));
        }
        return client;
    }

    @Override
    public synchronized void close() {
        closeClient();
        if (sandbox != null) {
            sandbox.close();
        }
    }

    private void closeClient() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
