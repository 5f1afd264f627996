package io.impsh.shell;

import io.impsh.output.SafeText;
import io.impsh.output.Screen;
import io.impsh.output.Theme;
import io.impsh.script.SessionProfile;
import io.impsh.script.WriteLock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What stands before an entry: where it will act, that it is production and how long that may be changed, and
 * that it is recorded. */
record Prompt(Supplier<String> place, Supplier<SessionProfile> profile, BooleanSupplier recording) {
    String text(Screen screen) {
        SessionProfile present = profile.get();
        boolean production = Boolean.TRUE.equals(present.production());
        String words = SafeText.clean(place.get())
                + (production ? " PRODUCTION" : "")
                + unlocked(present.lock())
                + (recording.getAsBoolean() ? " recording>" : ">");
        return (screen.colour() ? screen.theme().promptStyle(production) + words + Theme.reset() : words) + " ";
    }

    private static String unlocked(WriteLock lock) {
        if (!lock.isOpened()) {
            return "";
        }
        Duration left = lock.remaining();
        return " unlocked" + (left == null ? "" : " " + ShortDuration.of(left));
    }
}
