package io.impsh.cli;

import io.impsh.library.UsageException;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.sandbox.WebhookReach;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;

/** The options of the sandbox as typed. */
final class SandboxSettings {
    private final Options options;

    private SandboxSettings(Options options) {
        this.options = options;
    }

    /** @throws UsageException when one of them is no number, or out of its range */
    static SandboxOptions of(Options options) {
        try {
            return new SandboxSettings(options).read(SandboxOptions.defaults());
        } catch (IllegalArgumentException outOfRange) {
            throw new UsageException("sandbox: " + outOfRange.getMessage(), null, outOfRange);
        }
    }

    /**
     * What was said about the fleet must not contradict the data file that it came from.
     *
     * @param running as the sandbox was started
     */
    static void requireSameFleet(Options options, SandboxOptions running) {
        SandboxOptions wanted = of(options);
        if (options.has("--devices") && wanted.devices() != running.devices()
                || options.has("--seed") && wanted.seed() != running.seed()) {
            throw new UsageException(
                    "--data: the file began with --devices " + running.devices() + " --seed " + running.seed(),
                    "leave out --devices and --seed, or name another file");
        }
    }

    private SandboxOptions read(SandboxOptions usual) {
        return new SandboxOptions(
                number("--port", usual.port(), Integer::valueOf),
                number("--devices", usual.devices(), Integer::valueOf),
                number("--seed", usual.seed(), Long::valueOf),
                rateLimit(usual),
                Duration.ofMillis(number("--latency", usual.latency().toMillis(), Long::valueOf)),
                number("--log-rate", usual.logRate(), Double::valueOf),
                number("--streams", usual.streams(), Integer::valueOf),
                number("--stream-devices", usual.streamDevices(), Integer::valueOf),
                Duration.ofSeconds(number("--token-life", usual.tokenLife().toSeconds(), Long::valueOf)),
                options.has("--strict"),
                webhooks(usual),
                options.value("--faults").orElse(usual.faults()));
    }

    private OptionalInt rateLimit(SandboxOptions usual) {
        if (options.value("--rate-limit").filter("off"::equals).isPresent()) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(number("--rate-limit", usual.rateLimit().orElse(0), Integer::valueOf));
    }

    private WebhookReach webhooks(SandboxOptions usual) {
        String word = options.value("--webhooks").orElse(null);
        return word == null
                ? usual.webhooks()
                : Arrays.stream(WebhookReach.values())
                        .filter(reach -> reach.name().toLowerCase(Locale.ROOT).equals(word))
                        .findFirst()
                        .orElseThrow(() ->
                                new UsageException("--webhooks: '" + word + "' is not any, loopback or off", null));
    }

    private <N extends Number> N number(String option, N usual, Function<String, N> parse) {
        String text = options.value(option).orElse(null);
        try {
            return text == null ? usual : parse.apply(text.strip());
        } catch (NumberFormatException notOne) {
            throw new UsageException(option + ": '" + text + "' is no number", null);
        }
    }
}
