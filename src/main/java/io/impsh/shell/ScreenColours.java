package io.impsh.shell;

import io.impsh.output.Theme;
import io.impsh.profile.Settings;
import java.util.Map;

/**
 * Whether colours are wanted, and which: first as the command line says, then {@code NO_COLOR}, then the settings as they
 * are now.
 *
 * @param option what the command line says; {@code AUTO} when it says nothing
 */
record ScreenColours(Settings.Color option, LiveSettings settings, Map<String, String> environment) {
    boolean wanted() {
        if (option != Settings.Color.AUTO) {
            return option == Settings.Color.ALWAYS;
        }
        return environment.getOrDefault("NO_COLOR", "").isEmpty()
                && settings.get().color() != Settings.Color.NEVER;
    }

    Theme theme() {
        return Theme.of(
                switch (settings.get().theme()) {
                    case DARK -> Theme.Background.DARK;
                    case LIGHT -> Theme.Background.LIGHT;
                    case AUTO -> Theme.Background.of(environment.getOrDefault("COLORFGBG", ""));
                });
    }
}
