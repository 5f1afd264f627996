package io.impsh.shell;

import io.impsh.output.SafeText;
import io.impsh.output.Screen;
import io.impsh.output.Theme;
import io.impsh.script.SessionProfile;
import java.util.function.Supplier;

/** What stands before an entry: where it will act, and that it is production. */
record Prompt(Supplier<String> place, Supplier<SessionProfile> profile) {
    String text(Screen screen) {
        boolean production = Boolean.TRUE.equals(profile.get().production());
        String words = SafeText.clean(place.get()) + (production ? " PRODUCTION" : "") + ">";
        return (screen.colour() ? screen.theme().promptStyle(production) + words + Theme.reset() : words) + " ";
    }
}
