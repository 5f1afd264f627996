package io.impsh.sandbox;

import java.util.Locale;

/** What a webhook is called for. */
enum WebhookEvent {
    /** A device under test was blessed into the production group. */
    BLESSING,
    /** An end user activated a device of the production group. */
    BLINKUP,
    /** New code was deployed to the group. */
    DEPLOYMENT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
