package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.api.ClientOptions;
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
import io.impsh.script.WriteLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The cloud a session talks to: the embedded one, or that of a profile. Contacts nothing until a client is used. */
final class CloudConnection implements AutoCloseable {
    private static final String SANDBOX = "sandbox";

    private final CommandContext context;
    private final WriteLock.Kind usualLock;
    private final SessionAsker asker;
    private final Sandbox sandbox;
    private Connection connection;
    private SessionProfile profile;
    private ImpClient client;

    private CloudConnection(Place place, Connection connection, SessionAsker asker, Sandbox sandbox) {
        this.context = place.context();
        this.usualLock = place.lock();
        this.asker = asker;
        this.sandbox = sandbox;
        use(connection);
        if (context.options().unlock()) {
            profile.lock().unlock();
        }
    }

    /** Starts the sandbox if it is wanted, else finds out where to connect and with what. */
    static CloudConnection open(CommandContext context) {
        return open(new Place(context, WriteLock.Kind.PRODUCTION_PROGRAM));
    }

    /** For who makes plans, and must not change anything by the way. */
    static CloudConnection forPlans(CommandContext context) {
        return open(new Place(context, WriteLock.Kind.PLANNING));
    }

    /** For the shell, where {@code .unlock} ends the lock of a production profile. */
    static CloudConnection atPrompt(CommandContext context) {
        return open(new Place(context, WriteLock.Kind.PRODUCTION));
    }

    private static CloudConnection open(Place place) {
        return place.context().options().isSandbox() ? embedded(place) : ofProfile(place);
    }

    private static CloudConnection embedded(Place place) {
        Sandbox sandbox = start(place.context().options());
        CredentialSource credentials =
                CredentialSource.of(new Credentials.Password(sandbox.user(), sandbox.password()));
        Connection connection = new Connection(
                SANDBOX, sandbox.baseUrl(), credentials, Production.UNSAID, new LoginOrigin(SANDBOX, false, null));
        return new CloudConnection(place, connection, new SessionAsker(), sandbox);
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

    private static CloudConnection ofProfile(Place place) {
        CommandContext context = place.context();
        SessionAsker asker = new SessionAsker();
        Options options = context.options();
        Connection connection = NearestProfile.explaining(() -> new CredentialSources(context.surroundings(), asker)
                .connection(new ConnectionChoice(
                        options.profile().orElse(null), options.endpoint().orElse(null))));
        tellWhatComesFirst(connection, context);
        ConfigWarnings.tell(context, context.surroundings());
        return new CloudConnection(place, connection, asker, null);
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
        WriteLock lock = lock(next);
        connection = next;
        profile = new SessionProfile(
                next.profileName(),
                next.endpoint(),
                production(next.production()),
                lock,
                isDryRun(),
                () -> logStreams(next));
        closeClient();
    }

    private boolean isDryRun() {
        return context.options().dryRun() || usualLock == WriteLock.Kind.PLANNING;
    }

    /** Another login of the same place keeps the lock, which the running session knows, and closes it. */
    private WriteLock lock(Connection next) {
        boolean isSamePlace = profile != null
                && profile.name().equals(next.profileName())
                && profile.endpoint().equals(next.endpoint());
        WriteLock lock = isSamePlace ? profile.lock() : new WriteLock(lockKind(next.production()));
        lock.lock();
        return lock;
    }

    private WriteLock.Kind lockKind(Production production) {
        if (usualLock == WriteLock.Kind.PLANNING) {
            return usualLock;
        }
        if (context.options().readOnly()) {
            return WriteLock.Kind.READ_ONLY;
        }
        return production == Production.YES ? usualLock : WriteLock.Kind.NONE;
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
            ClientOptions options = context.connectionTo(connection.endpoint(), connection.credentials())
                    .withMostPerSecond(requestsPerSecond())
                    .withIdentity(identity())
                    .withDryRun(isDryRun());
            Audit audit = new Audit(context, line -> asker.tell(line, context::tellUnlessQuiet));
            client = audit.connect(options, connection.profileName());
        }
        return client;
    }

    /** An embedded cloud that keeps its state is the same one on whatever port; one that does not is known to nobody. */
    private String identity() {
        Path data = sandbox == null
                ? null
                : context.options().value("--data").map(CloudConnection::file).orElse(null);
        return data == null ? null : SANDBOX + ":" + whole(data);
    }

    /** However it is named: through another folder, or a link. */
    private static Path whole(Path file) {
        try {
            Path absolute = file.toAbsolutePath();
            return Files.exists(absolute)
                    ? absolute.toRealPath()
                    : absolute.getParent().toRealPath().resolve(absolute.getFileName());
        } catch (IOException noSuchFolder) {
            return file.toAbsolutePath().normalize();
        }
    }

    private int requestsPerSecond() {
        if (sandbox != null) {
            return ClientOptions.AS_ALLOWED;
        }
        return context.surroundings()
                .requestsPerSecond(boundingProfile(connection), connection.endpoint())
                .orElse(ClientOptions.AS_ALLOWED);
    }

    private int logStreams(Connection of) {
        if (sandbox != null) {
            return SessionProfile.USUAL_LOG_STREAMS;
        }
        return context.surroundings()
                .maxLogStreams(boundingProfile(of), of.endpoint())
                .orElse(SessionProfile.USUAL_LOG_STREAMS);
    }

    /** A profile that was asked for bounds its endpoint even where an earlier source gives the login. */
    private String boundingProfile(Connection of) {
        return of.origin().ofProfile()
                ? of.profileName()
                : context.options().profile().orElse(context.environment().getOrDefault("IMPSH_PROFILE", ""));
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

    /**
     * Who opens it.
     *
     * @param lock of a production profile; that of plans is for all
     */
    private record Place(CommandContext context, WriteLock.Kind lock) {}
}
