package io.impsh.script;

import io.impsh.UserException;
import io.impsh.bulk.ApplyOptions;
import io.impsh.bulk.Health;
import io.impsh.bulk.Pause;
import io.impsh.bulk.Share;
import io.impsh.bulk.UnbondKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.graalvm.polyglot.Value;

/** How a plan shall be applied or taken up again, as a script says it. */
final class ApplyArguments {
    private static final String DURATION = "a duration such as '10m', or seconds";
    private static final String HEALTH_WANTED =
            "a function of a device, or an object such as {online: '10m', noErrors: '2m'}";

    private static final Argument HEALTH = new Argument(
            "health",
            "((device: Device) => boolean) | object | null",
            "what the devices of a wave must show before the next: a function, or {online: '10m', noErrors: '2m'}",
            true,
            false,
            List.of(
                    Argument.optional("online", "string | number", "on line again within that time"),
                    Argument.optional("noErrors", "string | number", "no error in their logs for that time")),
            Wanted.ANY);

    static final Argument OPTIONS = Argument.options(
            "options",
            Argument.optional(
                    "waves",
                    "(number | string)[]",
                    "cumulative shares, one after the other: [1, '5%', '100%']; all at once by default"),
            Argument.optional(
                    "pause", "number | string", "between two waves: seconds, '10m', or 'ask' to be asked before each"),
            HEALTH,
            Argument.optional(
                    "within", "string | number", "how long a wave may take to become healthy; '5m' by default"),
            Argument.optional(
                    "maxFailures",
                    "number | string",
                    "stop starting after this many failures, or a share such as '5%', which is the preset"),
            Argument.optional(
                    "retryUnknown", "boolean", "when resumed, repeat what may have happened, such as restarts"),
            Argument.secret(
                    "unbondKey", "the account's unbond key, which a saved plan does not keep; 'ask' asks for it"));

    private final Options given;
    private HealthFunction function;

    ApplyArguments(Options given) {
        this.given = given;
    }

    /** What was said, and for the rest what was there. */
    ApplyOptions over(ApplyOptions before) {
        ApplyOptions options = before;
        if (given.has("waves")) {
            options = options.withWaves(waves());
        }
        if (given.has("pause")) {
            options = options.withPause(pause());
        }
        Health health = given.has("health") ? health() : options.health();
        options = options.withHealth(health, given.has("within") ? duration(given, "within") : options.within());
        if (given.has("maxFailures")) {
            options = options.withMaxFailures(maxFailures());
        }
        if (given.has("retryUnknown")) {
            options = options.withRetryUnknown(given.flag("retryUnknown"));
        }
        if (given.has("unbondKey")) {
            options = options.withUnbondKey(unbondKey());
        }
        return options;
    }

    /** What the script's own function has thrown during the run, or {@code null}. */
    RuntimeException thrown() {
        return function == null ? null : function.thrown();
    }

    private List<Share> waves() {
        Value list = given.value("waves");
        if (!list.hasArrayElements()) {
            throw given.wrong("waves", "a list such as [1, '5%', '100%']");
        }
        List<Share> waves = new ArrayList<>();
        for (long index = 0; index < list.getArraySize(); index++) {
            waves.add(share(list.getArrayElement(index)));
        }
        return waves;
    }

    private Share share(Value value) {
        Optional<Share> share = Optional.empty();
        if (value.isString()) {
            share = parsed(value.asString()).filter(some -> some.amount() > 0);
        } else if (value.fitsInInt() && value.asInt() > 0) {
            share = Optional.of(Share.of(value.asInt()));
        }
        return share.orElseThrow(
                () -> given.wrong("waves", "whole numbers from 1 upwards, and percentages up to '100%'", value));
    }

    private static Optional<Share> parsed(String text) {
        try {
            return Optional.of(Share.parse(text));
        } catch (UserException notOne) {
            return Optional.empty();
        }
    }

    private Pause pause() {
        Value value = given.value("pause");
        if (value.isString() && value.asString().equals("ask")) {
            return Pause.ASK;
        }
        return Pause.of(durationOf(value)
                .orElseThrow(() -> given.wrong("pause", "seconds, a duration such as '10m', or 'ask'")));
    }

    private Health health() {
        Value value = given.value("health");
        if (value.isNull()) {
            return Health.UNCHECKED;
        }
        if (value.canExecute() && !ValueTest.isRegularExpression(value)) {
            function = new HealthFunction(value, given.host());
            return new Health.Check(function);
        }
        if (!GuestValues.isPlainObject(value)) {
            throw given.wrong("health", HEALTH_WANTED);
        }
        Options signs = given.inside(HEALTH);
        if (!signs.has("online") && !signs.has("noErrors")) {
            throw given.wrong("health", HEALTH_WANTED);
        }
        return new Health.Signs(
                signs.has("online") ? duration(signs, "online") : null,
                signs.has("noErrors") ? duration(signs, "noErrors") : null);
    }

    private double maxFailures() {
        Value most = given.value("maxFailures");
        if (most.isNumber() && isCount(most.asDouble())) {
            return most.asDouble();
        }
        Share share = parsed(most.isString() ? most.asString() : "")
                .filter(Share::isPercentage)
                .orElseThrow(
                        () -> given.wrong("maxFailures", "a whole number from 0 upwards, or a share such as '5%'"));
        return share.amount() == 100 ? Double.POSITIVE_INFINITY : share.amount() / 100;
    }

    private static boolean isCount(double number) {
        return number >= 0 && number == Math.rint(number);
    }

    private UnbondKey unbondKey() {
        String key = given.text("unbondKey");
        return UnbondKey.of("ask".equals(key) ? given.host().io().askSecret("Unbond key") : key);
    }

    private static Duration duration(Options options, String key) {
        return durationOf(options.value(key))
                .filter(duration -> !duration.isZero())
                .orElseThrow(() -> options.wrong(key, DURATION));
    }

    private static Optional<Duration> durationOf(Value value) {
        if (value.isString()) {
            return DurationText.parse(value.asString());
        }
        // The text knows what is too long, and has no sign.
        return value.isNumber() && value.asDouble() >= 0
                ? DurationText.parse(String.format(Locale.ROOT, "%.3f", value.asDouble()))
                : Optional.empty();
    }
}
