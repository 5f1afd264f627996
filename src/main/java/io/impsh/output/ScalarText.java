package io.impsh.output;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Numbers and times as text. */
final class ScalarText {
    private static final double PLAIN_FROM = 1e-6;
    private static final double PLAIN_BELOW = 1e21;

    private ScalarText() {}

    /** As JavaScript writes it: whole numbers without a fraction, exponents only for the very large and small. */
    static String number(Number number) {
        if (!(number instanceof Double) && !(number instanceof Float)) {
            return number.toString();
        }
        double value = number.doubleValue();
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value);
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= PLAIN_FROM && size < PLAIN_BELOW ? decimal.toPlainString() : exponent(decimal);
    }

    /** In UTC with milliseconds, such as {@code 2024-03-05T10:20:00.000Z}. */
    static String utc(Instant instant) {
        return Utc.FORMAT.format(instant);
    }

    /** Local and to the minute, such as {@code 2024-03-05 10:20}. */
    static String local(Instant instant, ZoneId zone) {
        return Local.FORMAT.format(instant.atZone(zone));
    }

    private static String exponent(BigDecimal decimal) {
        String digits = decimal.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - decimal.scale();
        return (decimal.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + Math.abs(exponent);
    }

    /** Apart, so that the formatter is only made for results that have times in them. */
    private static final class Utc {
        static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    }

    private static final class Local {
        static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    }
}
