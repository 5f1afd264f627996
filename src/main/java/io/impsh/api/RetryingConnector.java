package io.impsh.api;

import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * Paces requests by the {@link RateLimiter} and repeats those that may be repeated: everything that was refused for the
 * rate limit or surely never left this machine, and, when the answer was lost or was a 5xx, everything that is harmless
 * to do twice. The rest becomes a {@link LostAnswerException}.
 */
final class RetryingConnector implements Connector {
    private static final int TOO_MANY_REQUESTS = 429;

    private final Connector next;
    private final RateLimiter limiter;
    private final RetryPolicy policy;
    private final WaitClock clock;
    private final OpenRequests open;

    RetryingConnector(Connector next, RateLimiter limiter, RetryPolicy policy, WaitClock clock, OpenRequests open) {
        this.next = next;
        this.limiter = limiter;
        this.policy = policy;
        this.clock = clock;
        this.open = open;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        Tries tries = new Tries(policy, clock);
        Registration opened = open.begin(request);
        try {
            return send(request, tries);
        } catch (CancelledException stopped) {
            throw tries.maybeDone() ? new CancelledException(true) : stopped;
        } finally {
            opened.close();
        }
    }

    private ApiResponse send(ApiRequest request, Tries tries) {
        while (true) {
            Outcome outcome = sendOnce(request, tries);
            if (outcome.isFinal()) {
                return settle(request, outcome.response, tries);
            }
            if (outcome.isRateLimited()) {
                if (!waitAfterRefusal(outcome.response, request, tries)) {
                    return outcome.response.after(tries.attempts(), tries.took());
                }
                continue;
            }
            if (request.isHarmfulTwice() && outcome.maybeSent()) {
                throw Failures.lost(request, outcome.reason(), outcome.cause);
            }
            tries.failed(outcome.maybeSent());
            if (outcome.isHopeless() || !tries.waitForNext(request.cancellation())) {
                return giveUp(request, outcome, tries);
            }
        }
    }

    private Outcome sendOnce(ApiRequest request, Tries tries) {
        long askedAt = clock.nanoTime();
        RateLimiter.Permit permit = limiter.acquire(request.context());
        Duration waited = Duration.ofNanos(clock.nanoTime() - askedAt);
        tries.begin();
        ApiResponse response;
        try {
            response = next.send(request.in(request.context().after(waited)));
        } catch (TransportException failure) {
            permit.failed();
            return Outcome.failed(failure);
        } catch (RuntimeException | Error failure) {
            permit.failed();
            throw failure;
        }
        permit.answered(response);
        return Outcome.answered(request, response);
    }

    /** The limiter keeps everybody back when the account's budget is spent; a separate limit only concerns this call. */
    private boolean waitAfterRefusal(ApiResponse response, ApiRequest request, Tries tries) {
        RateHeaders headers = RateHeaders.of(response);
        Duration reset = headers == null ? Duration.ofSeconds(1) : headers.reset();
        if (headers == null || headers.remaining() == null || headers.remaining() == 0) {
            return tries.isTimeFor(reset);
        }
        return tries.waitForNext(reset, request.cancellation());
    }

    private static ApiResponse settle(ApiRequest request, ApiResponse response, Tries tries) {
        boolean alreadyDeleted = response.status() == 404 && request.method().equals("DELETE") && tries.maybeDone();
        ApiResponse settled = alreadyDeleted ? ApiResponse.local(204, "") : response;
        return settled.after(tries.attempts(), tries.took());
    }

    private static ApiResponse giveUp(ApiRequest request, Outcome outcome, Tries tries) {
        if (outcome.response != null && outcome.response.isServerError()) {
            return outcome.response.after(tries.attempts(), tries.took());
        }
        throw Failures.unreachable(request, outcome.reason(), tries, outcome.cause);
    }

    /** What became of one try. */
    private static final class Outcome {
        private final ApiResponse response;
        private final RuntimeException cause;

        private Outcome(ApiResponse response, RuntimeException cause) {
            this.response = response;
            this.cause = cause;
        }

        static Outcome failed(TransportException failure) {
            return new Outcome(null, failure);
        }

        static Outcome answered(ApiRequest request, ApiResponse response) {
            try {
                if (response.isSuccess() && hasContent(request, response)) {
                    response.document();
                }
                return new Outcome(response, null);
            } catch (MalformedAnswerException malformed) {
                return new Outcome(response, malformed);
            }
        }

        /** Reads and logins are worth nothing without a body; for the others the status says it. */
        private static boolean hasContent(ApiRequest request, ApiResponse response) {
            return request.isRead() || request.isLogin() || !response.body().isEmpty();
        }

        boolean isFinal() {
            return cause == null && !isRateLimited() && !response.isServerError();
        }

        boolean isRateLimited() {
            return response != null && response.status() == TOO_MANY_REQUESTS;
        }

        boolean maybeSent() {
            return !(cause instanceof TransportException failure) || failure.maybeSent();
        }

        /** A certificate that is wrong now is wrong in a second; a connection that broke under TLS is not. */
        boolean isHopeless() {
            return cause != null && cause.getCause() instanceof SSLException encrypted && !Trouble.isBroken(encrypted);
        }

        String reason() {
            return cause == null ? Failures.serverError(response) : Failures.reason(response, cause);
        }
    }
}
