package io.impsh.api;

import io.impsh.UserException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What all views of one client share: the layers towards the network, built at the first request, and the page pool. */
final class Session implements AutoCloseable {
    static final int CONCURRENCY = 16;

    private final ClientOptions options;
    private final WaitClock clock;
    private final RateLimiter limiter;
    private final OpenRequests openRequests;
    private final ServiceTime serviceTime;
    private Connector network;
    private OkHttpConnector sideDoor;
    private TokenKeeper tokens;
    private Connector connector;
    private DryRunConnector dryRun;
    private volatile WriteWitness witness;
    private ExecutorService pagePool;
    private volatile String ownAccount;
    private volatile WriteListener writeListener = WriteListener.none();

    /** @param network the edge, or {@code null} for the real one */
    Session(ClientOptions options, WaitClock clock, Connector network) {
        this.options = options;
        this.clock = clock;
        this.network = network;
        this.limiter = new RateLimiter(clock, CONCURRENCY, options.mostPerSecond());
        this.openRequests = new OpenRequests(clock, limiter);
        this.serviceTime = new ServiceTime(clock);
    }

    ClientOptions options() {
        return options;
    }

    /** In a dry run nothing is written, whatever is sent. */
    WriteListener writeListener() {
        return options.dryRun() ? WriteListener.none() : writeListener;
    }

    void onWrite(WriteListener listener) {
        writeListener = listener;
    }

    void witness(WriteWitness told) {
        witness = told;
    }

    /** Its id, asked for once. */
    String ownAccount(RequestContext context) {
        if (ownAccount == null) {
            ownAccount = new Accounts(new Calls(this, context)).me().id();
        }
        return ownAccount;
    }

    OpenRequests openRequests() {
        return openRequests;
    }

    ServiceTime serviceTime() {
        return serviceTime;
    }

    RateLimiter limiter() {
        return limiter;
    }

    /**
     * How many pages of one listing may be asked for before the first of them is here: twice what may be in flight, so
     * that one slow page does not leave the others idle.
     */
    int pagesAhead(Priority priority) {
        return 2 * RequestBudget.share(priority, CONCURRENCY);
    }

    synchronized Connector connector() {
        if (connector == null) {
            Connector authorized = new AuthorizedConnector(retrying(), tokens());
            dryRun = options.dryRun() ? new DryRunConnector(authorized, this::ownAccountIfTold) : null;
            connector = options.dryRun() ? dryRun : witnessed(authorized);
        }
        return connector;
    }

    private Connector witnessed(Connector next) {
        return new WitnessedConnector(next, () -> witness, options.place(), this::ownAccountIfTold);
    }

    /** A write is not kept back because nobody knows whose it is. */
    private String ownAccountIfTold(RequestContext context) {
        try {
            return ownAccount(context);
        } catch (CancelledException stopped) {
            throw stopped;
        } catch (UserException unknown) {
            return null;
        }
    }

    synchronized TokenKeeper tokens() {
        if (tokens == null) {
            CredentialSource source = options.credentials();
            tokens = new TokenKeeper(new Login(source, new LoginCalls(retrying(), source, clock)), clock);
        }
        return tokens;
    }

    /** Beside the login there is: what that comes to is forgotten. */
    void tryLoginKey(String key, RequestContext context) {
        try {
            new LoginCalls(retrying(), options.credentials(), clock).byLoginKey(key, context);
        } catch (LoginRefusal refusal) {
            throw new LoginException("LOGIN_REFUSED", refusal.getMessage(), null);
        }
    }

    synchronized List<RecordedWrite> recordedWrites() {
        return dryRun == null ? List.of() : dryRun.recordedWrites();
    }

    /** To the embedded cloud itself, beside its service; without a token, and not bound to its rate limit. */
    synchronized Connector sideDoor() {
        if (sideDoor == null) {
            ClientOptions beside = options.withEndpoint(options.endpoint().resolve("/sandbox"));
            sideDoor = new OkHttpConnector(beside, CONCURRENCY, clock);
        }
        Connector traced = options.trace() == null ? sideDoor : new TracingConnector(sideDoor, clock, options.trace());
        RetryPolicy policy = RetryPolicy.of(options.requestDeadline());
        return new RetryingConnector(traced, new RateLimiter(clock, CONCURRENCY), policy, clock, openRequests);
    }

    private Connector retrying() {
        return new RetryingConnector(traced(), limiter, RetryPolicy.of(options.requestDeadline()), clock, openRequests);
    }

    WaitClock clock() {
        return clock;
    }

    /** Log streams stay out of the layers: they are no requests that could be counted, repeated or kept back. */
    synchronized LogStreamReader logStreams() {
        return edge().logStreams(options.longestSilence());
    }

    private OkHttpConnector edge() {
        if (network == null) {
            network = new OkHttpConnector(options, CONCURRENCY, clock);
        }
        if (network instanceof OkHttpConnector real) {
            return real;
        }
        throw new IllegalStateException("no network is there to stream from");
    }

    private Connector traced() {
        if (network == null) {
            edge();
        }
        Connector noted = serviceTime.noting(network);
        return options.trace() == null ? noted : new TracingConnector(noted, clock, options.trace());
    }

    /** Without a bound of its own: what is in flight is bounded per listing, and the limiter orders it. */
    synchronized ExecutorService pagePool() {
        if (pagePool == null) {
            AtomicInteger number = new AtomicInteger();
            pagePool = new ThreadPoolExecutor(
                    0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                        Thread thread = new Thread(task, "impsh-page-" + number.incrementAndGet());
                        thread.setDaemon(true);
                        return thread;
                    });
        }
        return pagePool;
    }

    @Override
    public synchronized void close() {
        if (pagePool != null) {
            pagePool.shutdown();
        }
        if (network instanceof OkHttpConnector edge) {
            edge.close();
        }
        if (sideDoor != null) {
            sideDoor.close();
        }
    }
}
