package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.bulk.Share;
import io.impsh.library.UsageException;
import io.impsh.script.DurationText;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of {@code impsh apply} as those of {@code apply()} in scripts. */
final class ApplyWords {
    static final String WAVES = "--waves";
    static final String PAUSE = "--pause";
    static final String HEALTH = "--health";
    static final String WITHIN = "--within";
    static final String MAX_FAILURES = "--max-failures";
    static final String RETRY_UNKNOWN = "--retry-unknown";
    static final String UNBOND_KEY = "--unbond-key-stdin";

    private static final String ASK = "ask";
    private static final Map<String, String> SIGNS = Map.of("online", "online", "no-errors", "noErrors");

    private final Options options;

    ApplyWords(Options options) {
        this.options = options;
    }

    /**
     * An object literal; durations are in seconds.
     *
     * @param unbondKey called where one is to be read
     * @throws UsageException for a value that cannot be understood
     */
    String literal(Supplier<String> unbondKey) {
        List<String> members = new ArrayList<>();
        options.value(WAVES).ifPresent(shares -> members.add("waves: [" + shares(shares) + "]"));
        options.value(PAUSE).ifPresent(pause -> members.add("pause: " + pause(pause)));
        options.value(HEALTH).ifPresent(signs -> members.add("health: {" + signs(signs) + "}"));
        options.value(WITHIN).ifPresent(patience -> members.add("within: " + duration(WITHIN, patience)));
        options.value(MAX_FAILURES).ifPresent(most -> members.add("maxFailures: " + share(MAX_FAILURES, most)));
        if (options.has(RETRY_UNKNOWN)) {
            members.add("retryUnknown: true");
        }
        if (options.has(UNBOND_KEY)) {
            members.add("unbondKey: " + ScriptLiteral.text(unbondKey.get()));
        }
        return "{" + String.join(", ", members) + "}";
    }

    private static String shares(String text) {
        return Stream.of(text.split(",", -1)).map(share -> share(WAVES, share)).collect(Collectors.joining(", "));
    }

    private static String share(String option, String text) {
        try {
            Share share = Share.parse(text);
            return share.isPercentage() ? "'" + share + "'" : share.toString();
        } catch (UserException neither) {
            throw new UsageException(
                    option + ": '" + text + "' is no number and no percentage",
                    option.equals(WAVES) ? "such as --waves 1,5%,100%" : "such as --max-failures 20, or 5%");
        }
    }

    private static String pause(String text) {
        return text.equals(ASK) ? "'" + ASK + "'" : duration(PAUSE, text);
    }

    private static String signs(String text) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String sign : text.split(",", -1)) {
            int equals = sign.indexOf('=');
            String name = SIGNS.get(equals < 0 ? sign : sign.substring(0, equals));
            if (name == null || equals < 0 || members.put(name, duration(HEALTH, sign.substring(equals + 1))) != null) {
                throw new UsageException(
                        HEALTH + ": '" + sign + "' is no sign of health",
                        "such as --health online=10m, or online=10m,no-errors=2m");
            }
        }
        return members.entrySet().stream()
                .map(member -> member.getKey() + ": " + member.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String duration(String option, String text) {
        Duration duration = DurationText.parse(text)
                .orElseThrow(() -> new UsageException(
                        option + ": '" + text + "' is no duration", "such as 90s, 10m, 1h30m, or plain seconds"));
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
