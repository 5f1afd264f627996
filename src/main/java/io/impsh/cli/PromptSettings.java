package io.impsh.cli;

import io.impsh.profile.ConfiguredSettings;
import io.impsh.profile.Settings;
import io.impsh.shell.LiveSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the shell is to be: {@code config.toml}, and the options of the command line before that. */
final class PromptSettings {
    private PromptSettings() {}

    /** What is wrong in the file is said, and the usual value holds. */
    static LiveSettings of(CommandContext context) {
        ConfiguredSettings configured = context.surroundings().settings();
        configured.problems().forEach(context::tellFailure);
        Map<String, String> origins = new LinkedHashMap<>();
        configured.said().forEach(key -> origins.put(key, "config.toml"));
        Options options = context.options();
        Settings settings = configured.settings();
        if (options.has("--output")) {
            settings = settings.withOutput(options.format().word());
            origins.put("output", "--output");
        }
        if (options.color() != Settings.Color.AUTO) {
            settings = settings.withColor(options.color());
            origins.put("color", "--color");
        }
        return new LiveSettings(settings, origins);
    }
}
