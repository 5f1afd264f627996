package io.impsh.bulk;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** The options of a run as JSON. Functions and the unbond key are only told to have been there. */
final class OptionRecords {
    private static final String ASK = "ask";
    private static final String FUNCTION = "function";
    private static final String SIGNS = "signs";
    private static final String UNLIMITED = "unlimited";

    private OptionRecords() {}

    static void write(JsonGenerator out, ApplyOptions options) {
        PlanRecords.texts(
                out, "waves", options.waves().stream().map(OptionRecords::share).collect(Collectors.toList()));
        out.writeStringProperty(
                "pause", options.pause().asks() ? ASK : options.pause().length().toString());
        if (options.health() instanceof Health.Signs signs) {
            out.writeStringProperty("health", SIGNS);
            PlanRecords.text(
                    out,
                    "online",
                    signs.online() == null ? null : signs.online().toString());
            PlanRecords.text(
                    out,
                    "noErrors",
                    signs.noErrors() == null ? null : signs.noErrors().toString());
        } else if (!(options.health() instanceof Health.Unchecked)) {
            out.writeStringProperty("health", FUNCTION);
        }
        out.writeStringProperty("within", options.within().toString());
        if (Double.isInfinite(options.maxFailures())) {
            out.writeStringProperty("maxFailures", UNLIMITED);
        } else {
            out.writeNumberProperty("maxFailures", options.maxFailures());
        }
        out.writeBooleanProperty("retryUnknown", options.retryUnknown());
        out.writeBooleanProperty("unbondKey", options.unbondKey().isWanted());
    }

    /** In full digits, which {@link Share#parse} reads. */
    private static String share(Share share) {
        return share.isPercentage()
                ? new BigDecimal(Double.toString(share.amount())).toPlainString() + "%"
                : share.toString();
    }

    /** @throws BadRecord if it is none */
    static ApplyOptions read(JsonFields fields) {
        List<Share> waves = fields.texts("waves").stream().map(Share::parse).toList();
        ApplyOptions options = ApplyOptions.defaults()
                .withWaves(waves)
                .withPause(pause(fields))
                .withHealth(health(fields), fields.duration("within"))
                .withMaxFailures(maxFailures(fields))
                .withRetryUnknown(fields.flag("retryUnknown"))
                .withUnbondKey(fields.flag("unbondKey") ? UnbondKey.KEPT_BACK : UnbondKey.NONE);
        fields.end();
        return options;
    }

    private static Pause pause(JsonFields fields) {
        return fields.text("pause").equals(ASK) ? Pause.ASK : Pause.of(fields.duration("pause"));
    }

    private static Health health(JsonFields fields) {
        String health = fields.textOrNull("health");
        if (health == null) {
            return Health.UNCHECKED;
        }
        return switch (health) {
            case FUNCTION -> new Health.KeptBack();
            case SIGNS ->
                new Health.Signs(
                        fields.optional("online", fields::duration), fields.optional("noErrors", fields::duration));
            default -> throw new BadRecord("unknown health '" + health + "'");
        };
    }

    private static double maxFailures(JsonFields fields) {
        return fields.isText("maxFailures") && fields.text("maxFailures").equals(UNLIMITED)
                ? Double.POSITIVE_INFINITY
                : fields.decimal("maxFailures");
    }
}
