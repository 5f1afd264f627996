package io.impsh.sandbox;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Answers requests, one at a time: finds the route, the caller, and whether the caller may ask now. */
final class Service {
    private final Store store;
    private final Statistics statistics;
    private final RateLimiter limiter;
    private final AuthenticationHandler authentication;
    private final Router router = new Router();
    private final boolean strict;

    Service(SandboxOptions options, Store store, Tokens tokens, Simulation simulation, Statistics statistics) {
        this.store = store;
        this.statistics = statistics;
        this.limiter = new RateLimiter(options.rateLimit());
        this.authentication = new AuthenticationHandler(store, tokens);
        this.strict = options.strict();
        authentication.addTo(router);
        new AccountHandler(store).addTo(router);
        new RefreshTokenHandler(store, tokens).addTo(router);
        new LoginKeyHandler(store, tokens).addTo(router);
        new ProductHandler(store).addTo(router);
        new DeviceGroupHandler(store).addTo(router);
        new DeploymentHandler(store).addTo(router);
        new WebhookHandler(store).addTo(router);
        new LibraryHandler().addTo(router);
        new AssignmentHandler(store).addTo(router);
        new DeviceHandler(store).addTo(router);
        new DeviceRecordHandler(store, simulation).addTo(router);
        new LogStreamHandler(store, simulation.streams()).addTo(router);
    }

    /** Counts a request, whatever becomes of it. */
    void receive(Request request) {
        statistics.received(request.method(), router.pattern(request));
    }

    /** Never fails: what goes wrong in here is an answer as well, a request too deep or too large for it too. */
    Reply answer(Request request) {
        try {
            synchronized (store) {
                try {
                    return admitted(request);
                } finally {
                    store.changed(request);
                }
            }
        } catch (RuntimeException | VirtualMachineError e) {
            return internalError();
        }
    }

    /** An undeserved 429. */
    Reply tooManyRequests() {
        return refused(limiter.exhausted());
    }

    Reply internalError() {
        return Reply.errors(500, List.of(ApiError.internal())).with(limiter.uncounted());
    }

    /** For what is no request at all. */
    Reply unreadable(int status, String detail) {
        return Reply.errors(status, List.of(ApiError.unreadable(status, detail)))
                .with(limiter.uncounted());
    }

    /** Logging in counts against nobody, so that a client can always renew its token. */
    private Reply admitted(Request request) {
        Router.Match match;
        Account caller;
        try {
            match = router.match(request);
            caller = match.route().open() ? null : authentication.caller(request);
        } catch (ApiException e) {
            return limited(request.peer(), e::reply);
        }
        return caller == null
                ? handled(match, request, null).with(limiter.uncounted())
                : limited(caller.id(), () -> handled(match, request, caller));
    }

    private Reply limited(String who, Supplier<Reply> work) {
        RateLimiter.Admission admission = limiter.admit(who);
        return admission.admitted() ? work.get().with(admission.headers()) : refused(admission.headers());
    }

    private Reply handled(Router.Match match, Request request, Account caller) {
        try {
            return match.route().handler().handle(new Call(request, caller, match.parameters(), strict));
        } catch (ApiException e) {
            return e.reply();
        }
    }

    private Reply refused(Map<String, String> headers) {
        statistics.rateLimited();
        return Reply.errors(429, List.of(ApiError.rateLimitExceeded())).with(headers);
    }
}
