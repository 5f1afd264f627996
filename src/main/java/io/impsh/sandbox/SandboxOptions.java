package io.impsh.sandbox;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How an embedded cloud is set up. Immutable; begin with {@link #defaults()} and change what matters.
 *
 * @param port TCP port on 127.0.0.1; 0 takes any free one
 * @param devices how many simulated devices the seed data has, 0 or more
 * @param seed same seed, same ids, names, addresses and faults
 * @param rateLimit requests per account and second; empty switches the limit and its headers off
 * @param latency added to every answer
 * @param logRate log lines per second of all devices together; 0 for none but those of restarts
 * @param streams log streams per account
 * @param streamDevices devices per log stream
 * @param tokenLife how long an access token is valid
 * @param strict whether requests with unknown keys or missing fields are refused
 * @param webhooks where webhooks may go
 * @param faults what goes wrong and how often, such as {@code 429:5%,delay:10%@500ms}; empty for nothing
 */
public record SandboxOptions(
        int port,
        int devices,
        long seed,
        OptionalInt rateLimit,
        Duration latency,
        double logRate,
        int streams,
        int streamDevices,
        Duration tokenLife,
        boolean strict,
        WebhookReach webhooks,
        String faults) {

    /** @throws IllegalArgumentException if a number is out of range or {@code faults} cannot be read */
    public SandboxOptions {
        require(port >= 0 && port <= 65_535, "port must be 0 to 65535, not " + port);
        require(devices >= 0, "devices must be 0 or more, not " + devices);
        require(rateLimit.isEmpty() || rateLimit.getAsInt() > 0, "rate limit must be 1 or more, or off");
        require(!latency.isNegative(), "latency must not be negative");
        require(logRate >= 0, "log rate must be 0 or more, not " + logRate);
        require(streams > 0 && streamDevices > 0, "streams and stream devices must be 1 or more");
        require(!tokenLife.isNegative() && !tokenLife.isZero(), "token life must be more than nothing");
        FaultSpecification.parse(faults);
    }

    /** Any free port, 250 devices, seed 1, 40 requests a second, no latency, tokens for an hour, webhooks to this machine
     * only, no faults. */
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                0,
                250,
                1,
                OptionalInt.of(40),
                Duration.ZERO,
                0,
                1,
                8,
                Duration.ofHours(1),
                false,
                WebhookReach.LOOPBACK,
                "");
    }

    public SandboxOptions withPort(int value) {
        return with(draft -> draft.port = value);
    }

    public SandboxOptions withDevices(int value) {
        return with(draft -> draft.devices = value);
    }

    public SandboxOptions withSeed(long value) {
        return with(draft -> draft.seed = value);
    }

    /** At most {@code value} requests per account and second. */
    public SandboxOptions withRateLimit(int value) {
        return with(draft -> draft.rateLimit = OptionalInt.of(value));
    }

    /** No limit, and no rate-limit headers either: a client that obeys them would go on throttling itself. */
    public SandboxOptions withoutRateLimit() {
        return with(draft -> draft.rateLimit = OptionalInt.empty());
    }

    public SandboxOptions withLatency(Duration value) {
        return with(draft -> draft.latency = value);
    }

    /** Log lines per second of the whole fleet, from now on; 0 for none but those of restarts. */
    public SandboxOptions withLogRate(double value) {
        return with(draft -> draft.logRate = value);
    }

    /** A new stream beyond these closes the oldest of the account. */
    public SandboxOptions withStreams(int value) {
        return with(draft -> draft.streams = value);
    }

    /** A device beyond these drops the one that was added first. */
    public SandboxOptions withStreamDevices(int value) {
        return with(draft -> draft.streamDevices = value);
    }

    public SandboxOptions withTokenLife(Duration value) {
        return with(draft -> draft.tokenLife = value);
    }

    public SandboxOptions withStrict(boolean value) {
        return with(draft -> draft.strict = value);
    }

    public SandboxOptions withWebhooks(WebhookReach value) {
        return with(draft -> draft.webhooks = value);
    }

    public SandboxOptions withFaults(String value) {
        return with(draft -> draft.faults = value);
    }

    private SandboxOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** The same, while one of them changes. */
    private static final class Draft {
        private int port;
        private int devices;
        private long seed;
        private OptionalInt rateLimit;
        private Duration latency;
        private double logRate;
        private int streams;
        private int streamDevices;
        private Duration tokenLife;
        private boolean strict;
        private WebhookReach webhooks;
        private String faults;

        Draft(SandboxOptions from) {
            port = from.port;
            devices = from.devices;
            seed = from.seed;
            rateLimit = from.rateLimit;
            latency = from.latency;
            logRate = from.logRate;
            streams = from.streams;
            streamDevices = from.streamDevices;
            tokenLife = from.tokenLife;
            strict = from.strict;
            webhooks = from.webhooks;
            faults = from.faults;
        }

        SandboxOptions options() {
            return new SandboxOptions(
                    port,
                    devices,
                    seed,
                    rateLimit,
                    latency,
                    logRate,
                    streams,
                    streamDevices,
                    tokenLife,
                    strict,
                    webhooks,
                    faults);
        }
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
