package io.impsh.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A connection to one impCentral account. Contacts nothing, and asks for no credentials, until the first request; then
 * logs in by itself, keeps to the service's rate limit, and repeats what may be repeated.
 *
 * <p>Safe for use by many threads, and cheap to make views of: {@link #with(Priority)} and {@link #with(Cancellation)}
 * give clients that share everything else. Whoever connected closes it; closing a view closes all.
 *
 * <p>Every call may throw {@link ApiException} (the service said no), {@link UnreachableException},
 * {@link LostAnswerException} (writes that are harmful to do twice), {@link LoginException} and
 * {@link CancelledException}.
 */
public final class ImpClient implements AutoCloseable {
    private final Session session;
    private final RequestContext context;

    private ImpClient(Session session, RequestContext context) {
        this.session = session;
        this.context = context;
    }

    public static ImpClient connect(ClientOptions options) {
        return connect(options, new SystemClock(), null);
    }

    static ImpClient connect(ClientOptions options, WaitClock clock, Connector network) {
        Endpoint.requireSafe(options.endpoint());
        return new ImpClient(new Session(options, clock, network), RequestContext.DEFAULT);
    }

    /** A view whose requests wait for their turn as that. */
    public ImpClient with(Priority priority) {
        return new ImpClient(session, context.with(priority));
    }

    /** A view whose requests stop, in flight or waiting, when that is raised. */
    public ImpClient with(Cancellation cancellation) {
        return new ImpClient(session, context.with(cancellation));
    }

    /** A view of whose writes the {@link WriteWitness} does not hear, for those that are written down elsewhere. */
    public ImpClient unwitnessed() {
        return new ImpClient(session, context.unwitnessed());
    }

    /** The base URL, with its {@code /v5}. */
    public URI endpoint() {
        return session.options().endpoint();
    }

    /** What tells the service from others: its {@link #endpoint}, unless the options say otherwise. */
    public String identity() {
        return session.options().place();
    }

    public Products products() {
        return new Products(calls());
    }

    public DeviceGroups deviceGroups() {
        return new DeviceGroups(calls());
    }

    public Devices devices() {
        return new Devices(calls());
    }

    public Deployments deployments() {
        return new Deployments(calls());
    }

    public Webhooks webhooks() {
        return new Webhooks(calls());
    }

    public Accounts accounts() {
        return new Accounts(calls());
    }

    /**
     * Opens a log stream, and returns when it flows; devices are added to it then. Opening one too many may close the
     * account's oldest, whoever opened that.
     */
    public LogFeed openLogFeed(LogListener listener) {
        return LogFeed.open(session, listener, context.cancellation());
    }

    public LoginKeys loginKeys() {
        return new LoginKeys(calls());
    }

    public RefreshTokens refreshTokens() {
        return new RefreshTokens(calls());
    }

    public Libraries libraries() {
        return new Libraries(calls());
    }

    /** What an embedded cloud can be asked beside the service's own calls; a real cloud has none. */
    public SideDoor sideDoor() {
        return new SideDoor(session.sideDoor(), context);
    }

    /** The limit that the service tells, or 40 as long as it has told none. */
    public double requestsPerSecond() {
        return session.limiter().requestsPerSecond();
    }

    /**
     * The earliest that the service's clock can show now, as far as its answers told: at most a second early, less after
     * some answers. By this machine's clock as long as none told.
     */
    public Instant earliestServiceTime() {
        return session.serviceTime().earliestNow();
    }

    /** What is being asked at this moment, over all views. */
    public Traffic traffic() {
        return session.openRequests().traffic();
    }

    /** How many requests may be in flight at once, over all views. */
    public int concurrency() {
        return session.limiter().concurrency();
    }

    /** Tells one listener of every write from now on; all views share it. */
    public void onWrite(WriteListener listener) {
        session.onWrite(listener);
    }

    /** Tells this witness of every write that is sent from now on; all views share it. */
    public void witnessWrites(WriteWitness witness) {
        session.witness(witness);
    }

    /** In a dry run the writes so far, in order; else empty. */
    public List<RecordedWrite> recordedWrites() {
        return session.recordedWrites();
    }

    /** Whether the id is one that a dry run has given to what it only imagined. */
    public static boolean isImagined(String id) {
        return ImaginedCloud.isPlaceholder(id);
    }

    public boolean isDryRun() {
        return session.options().dryRun();
    }

    /** Id of the account that is logged in; asked for once. */
    public String ownAccount() {
        return session.ownAccount(context);
    }

    /** Gets an access token now instead of at the first request. */
    public void login() {
        session.tokens().token(context);
    }

    /**
     * Logs in with a key of the account, beside the login there is, and forgets that at once.
     *
     * @throws LoginException when the service does not take it
     */
    public void tryLoginKey(String key) {
        session.tryLoginKey(key, context);
    }

    @Override
    public void close() {
        session.close();
    }

    private Calls calls() {
        return new Calls(session, context);
    }
}
