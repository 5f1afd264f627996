package io.impsh.api;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Holds the present access token and replaces it in time. However many threads need a new one, one of them gets it and
 * the others wait for that one, or share its failure.
 */
final class TokenKeeper {
    private static final Duration LONGEST_MARGIN = Duration.ofMinutes(3);
    private static final int SHARE_OF_LIFE = 20;

    private final Login login;
    private final WaitClock clock;
    private AccessToken present;
    private Instant renewAt;
    private CompletableFuture<AccessToken> round;

    TokenKeeper(Login login, WaitClock clock) {
        this.login = login;
        this.clock = clock;
    }

    /** One that is good for a while. */
    AccessToken token(RequestContext context) {
        return obtain(null, context);
    }

    /** Another one than that, which the service refused. */
    AccessToken insteadOf(AccessToken refused, RequestContext context) {
        return obtain(refused, context);
    }

    private AccessToken obtain(AccessToken refused, RequestContext context) {
        while (true) {
            CompletableFuture<AccessToken> others;
            synchronized (this) {
                if (isGood(refused)) {
                    return present;
                }
                others = round;
                if (others == null) {
                    round = new CompletableFuture<>();
                }
            }
            if (others == null) {
                return lead(context);
            }
            try {
                return follow(others, context.cancellation());
            } catch (CancelledException leaderStopped) {
                context.cancellation().throwIfCancelled();
            }
        }
    }

    private boolean isGood(AccessToken refused) {
        boolean isAnother =
                present != null && (refused == null || !present.token().equals(refused.token()));
        return isAnother && (renewAt == null || clock.now().isBefore(renewAt));
    }

    private AccessToken lead(RequestContext context) {
        AccessToken last;
        CompletableFuture<AccessToken> mine;
        synchronized (this) {
            last = present;
            mine = round;
        }
        try {
            AccessToken token = usable(login.renew(last, context), context);
            finish(token);
            mine.complete(token);
            return token;
        } catch (RuntimeException | Error failure) {
            finish(null);
            mine.completeExceptionally(failure);
            throw failure;
        }
    }

    /** A stored token may be found to have expired long ago. */
    private AccessToken usable(AccessToken token, RequestContext context) {
        boolean expired = token.expiresAt() != null && !clock.now().isBefore(token.expiresAt());
        return expired ? login.renew(token, context) : token;
    }

    private synchronized void finish(AccessToken token) {
        round = null;
        if (token != null) {
            present = token;
            renewAt = renewAt(token.expiresAt());
        }
    }

    /** A twentieth of its life before its end, and at most three minutes: short-lived tokens have to last, too. */
    private Instant renewAt(Instant expiresAt) {
        if (expiresAt == null) {
            return null;
        }
        Duration margin = Duration.between(clock.now(), expiresAt).dividedBy(SHARE_OF_LIFE);
        return expiresAt.minus(margin.compareTo(LONGEST_MARGIN) < 0 ? margin : LONGEST_MARGIN);
    }

    private static AccessToken follow(CompletableFuture<AccessToken> leader, Cancellation cancellation) {
        CompletableFuture<AccessToken> mine = leader.copy();
        Registration registration = cancellation.onCancel(() -> mine.completeExceptionally(new CancelledException()));
        try {
            return mine.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
        } finally {
            registration.close();
        }
    }
}
