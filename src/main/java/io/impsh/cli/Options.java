package io.impsh.cli;

import io.impsh.library.UsageException;
import io.impsh.output.OutputFormat;
import io.impsh.profile.Settings;
import io.impsh.script.DurationText;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The options as given, by their long names; every one is checked before anything is done. */
final class Options {
    private final Map<String, String> given;
    private final OutputFormat format;
    private final OptionalInt yesLimit;
    private final Optional<Duration> timeout;
    private final Settings.Color color;

    /** @param given the value is empty for a flag, and for {@code --yes} without a number */
    Options(Map<String, String> given) {
        this.given = Map.copyOf(given);
        this.format = value("--output").map(OutputFormat::of).orElse(OutputFormat.TABLE);
        this.yesLimit = yesLimit(given.getOrDefault("--yes", ""));
        this.timeout = value("--timeout").map(Options::timeout);
        this.color = has("--no-color")
                ? Settings.Color.NEVER
                : value("--color").map(Options::color).orElse(Settings.Color.AUTO);
        if (isSandbox() && (profile().isPresent() || endpoint().isPresent())) {
            throw new UsageException("--sandbox is a profile of its own: leave out --profile and --endpoint", null);
        }
    }

    boolean isSandbox() {
        return has("--sandbox");
    }

    boolean dryRun() {
        return has("--dry-run");
    }

    boolean yes() {
        return has("--yes");
    }

    /** The most things that {@link #yes} agrees to change at once; empty for any number. */
    OptionalInt yesLimit() {
        return yesLimit;
    }

    boolean unlock() {
        return has("--unlock");
    }

    boolean readOnly() {
        return has("--read-only");
    }

    /** {@code AUTO} when nothing is said of it. */
    Settings.Color color() {
        return color;
    }

    boolean noInitFile() {
        return has("--no-rc");
    }

    boolean shell() {
        return has(OptionTable.SHELL);
    }

    boolean keepGoing() {
        return has(OptionTable.KEEP_GOING);
    }

    boolean quiet() {
        return has("--quiet");
    }

    boolean debug() {
        return has("--debug");
    }

    OutputFormat format() {
        return format;
    }

    Optional<Duration> timeout() {
        return timeout;
    }

    Optional<String> profile() {
        return value("--profile");
    }

    /** As typed. */
    Optional<String> endpoint() {
        return value("--endpoint");
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(given.get(name));
    }

    private static OptionalInt yesLimit(String text) {
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!text.matches("\\d{1,9}")) {
            throw new UsageException("--yes: '" + text + "' is no number of things", "as in --yes=500, or just --yes");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static Settings.Color color(String when) {
        return switch (when) {
            case "auto" -> Settings.Color.AUTO;
            case "always" -> Settings.Color.ALWAYS;
            case "never" -> Settings.Color.NEVER;
            default -> throw new UsageException("--color: '" + when + "' is not auto, always or never", null);
        };
    }

    private static Duration timeout(String text) {
        return DurationText.parse(text)
                .filter(duration -> !duration.isZero())
                .orElseThrow(() -> new UsageException(
                        "--timeout: '" + text + "' is no duration", "such as 90s, 10m, 1h30m, or plain seconds"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Options options && options.given.equals(given);
    }

    @Override
    public int hashCode() {
        return given.hashCode();
    }

    @Override
    public String toString() {
        return given.toString();
    }
}
