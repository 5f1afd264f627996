package io.impsh.shell;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.profile.Setting;
import io.impsh.script.Completions;
import io.impsh.script.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code .set}: shows the settings, and changes one for this session. */
final class SettingCommand {
    private final ShellPrinter printer;
    private final LiveSettings settings;

    SettingCommand(ShellPrinter printer, LiveSettings settings) {
        this.printer = printer;
        this.settings = settings;
    }

    DotCommand command() {
        return DotCommand.with(".set", "[KEY [VALUE]]", "shows the settings, or changes one", this::run)
                .completedBy(this::complete);
    }

    private void run(String argument) {
        String[] words = argument.split("[\\s=]+", 2);
        if (argument.isEmpty()) {
            printer.notice(all());
        } else if (words.length == 1 || words[1].isEmpty()) {
            printer.notice(one(setting(words[0])));
        } else {
            put(setting(words[0]), words[1].strip());
        }
    }

    private void put(Setting setting, String value) {
        settings.put(setting, value);
        printer.aside(setting.key() + " = " + setting.in(settings.get()) + " in this session");
        printer.aside("to keep it, write " + setting.assignment(settings.get()) + " under [shell] in config.toml");
    }

    private static Setting setting(String key) {
        return Setting.find(key)
                .orElseThrow(() -> new UserException(
                        "USAGE",
                        "there is no setting '" + key + "'" + Nearest.question(key, Setting.keys()),
                        ".set lists them"));
    }

    private String all() {
        List<String> lines = new ArrayList<>();
        for (Setting setting : Setting.ALL) {
            lines.add(String.format(
                    Locale.ROOT,
                    " %-11s  %-6s  %-11s  %s",
                    setting.key(),
                    setting.in(settings.get()),
                    settings.origin(setting),
                    setting.text()));
        }
        lines.add(".set KEY tells what one may be, .set KEY VALUE changes it.");
        return String.join("\n", lines);
    }

    private String one(Setting setting) {
        List<String> lines = new ArrayList<>();
        lines.add(setting.key() + " = " + setting.in(settings.get()) + "  (" + settings.origin(setting) + ")");
        lines.add(setting.text());
        setting.values().forEach((word, meaning) -> lines.add(String.format(Locale.ROOT, "  %-6s  %s", word, meaning)));
        return String.join("\n", lines);
    }

    private Completions complete(String argument) {
        int blank = argument.lastIndexOf(' ');
        String beginning = argument.substring(blank + 1);
        List<Suggestion> found =
                blank < 0 ? keys() : values(argument.substring(0, blank).strip());
        return new Completions(
                blank + 1,
                found.stream()
                        .filter(each -> each.value().startsWith(beginning))
                        .toList());
    }

    private static List<Suggestion> keys() {
        return Setting.ALL.stream()
                .map(setting -> new Suggestion(setting.key() + " ", "settings", setting.text(), false))
                .toList();
    }

    private static List<Suggestion> values(String key) {
        return Setting.find(key).stream()
                .flatMap(setting -> setting.values().entrySet().stream())
                .map(value -> new Suggestion(value.getKey(), key, value.getValue(), true))
                .toList();
    }
}
