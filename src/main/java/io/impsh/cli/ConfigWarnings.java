package io.impsh.cli;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.output.SafeText;
import io.impsh.profile.Surroundings;
import io.impsh.profile.UnknownKey;

/** Says which keys of {@code config.toml} mean nothing: a misspelt {@code production} protects nobody. */
final class ConfigWarnings {
    private ConfigWarnings() {}

    static void tell(CommandContext context, Surroundings around) {
        try {
            around.unknownKeys().forEach(key -> context.tellUnlessQuiet(SafeText.clean(line(key))));
        } catch (UserException unreadable) {
            // Said by whoever needs what is in it.
        }
    }

    private static String line(UnknownKey key) {
        String where = key.table().isEmpty() ? "" : " in " + key.table();
        return "impsh: warning: " + key.place() + ": '" + key.key() + "' means nothing" + where
                + Nearest.question(key.key(), key.known());
    }
}
