package io.impsh.bulk;

import io.impsh.UserException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of a plan's items: a number, or a percentage of them.
 *
 * @param amount at least 0; of a percentage at most 100
 */
public record Share(double amount, boolean isPercentage) {
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*%");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    public static Share of(int number) {
        return new Share(number, false);
    }

    /**
     * @param text such as {@code 20} or {@code 5%}
     * @throws UserException {@code BAD_OPTION} when it is neither
     */
    public static Share parse(String text) {
        Matcher percentage = PERCENTAGE.matcher(text.strip());
        if (percentage.matches() && Double.parseDouble(percentage.group(1)) <= 100) {
            return new Share(Double.parseDouble(percentage.group(1)), true);
        }
        if (NUMBER.matcher(text.strip()).matches()) {
            return of(Integer.parseInt(text.strip()));
        }
        throw new UserException(
                "BAD_OPTION", "'" + text + "' is no number and no percentage", "write it like 20, or like 5%");
    }

    /** At least one of a positive percentage of anything; never more than {@code total}. */
    int itemsOf(long total) {
        double exact = isPercentage ? total * amount / 100 : amount;
        long some = amount > 0 && total > 0 ? Math.max(1, (long) Math.floor(exact + 1e-9)) : 0;
        return (int) Math.min(total, some);
    }

    /** As it is written: {@code 20} or {@code 5%}. */
    @Override
    public String toString() {
        String number = amount == Math.rint(amount) ? Long.toString((long) amount) : Double.toString(amount);
        return isPercentage ? number + "%" : number;
    }
}
