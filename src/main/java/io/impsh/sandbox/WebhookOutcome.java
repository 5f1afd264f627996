package io.impsh.sandbox;

import java.util.Locale;

/** What became of one call of a webhook. */
enum WebhookOutcome {
    /** Answered with a status of success. */
    DELIVERED,
    /** Not reached, or answered with anything else. */
    FAILED,
    /** Not sent: no webhook may go there. */
    WITHHELD,
    /** Not sent: too many were waiting. */
    DROPPED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
