package io.impsh.script;

import java.time.Duration;
import java.time.Instant;

/** Says below a menu how old the names in it are. */
final class NamesNote {
    private static final String RENEW = "; .refresh renews them";

    private NamesNote() {}

    /** @param taken {@code null} when none were read */
    static String age(Instant taken, boolean isBeingRead, Instant now) {
        if (taken == null) {
            return isBeingRead ? "names are being read" : "no names yet: .refresh reads them";
        }
        long minutes = Math.max(0, Duration.between(taken, now).toMinutes());
        if (minutes == 0) {
            return "names as of now";
        }
        String age = minutes < 90
                ? minutes + " min"
                : minutes < 48 * 60 ? minutes / 60 + " h" : minutes / (24 * 60) + " days";
        return "names as of " + age + " ago" + (isBeingRead ? "; they are being read" : RENEW);
    }
}
