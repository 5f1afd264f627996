package io.impsh.script;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of the cloud that were typed without quotes: {@code groups.get(Line 1)}, {@code products.Pump two}. */
final class UnquotedNames {
    private static final Pattern ARGUMENT =
            Pattern.compile("([\\p{Alpha}_$][\\w$.]*)\\(\\s*(\\p{Alpha}\\w*(?:[ -]\\w+)+)\\s*\\)");
    private static final Pattern MEMBER = Pattern.compile(
            "^\\s*(products|groups|deviceGroups|devices|builds|deployments)\\.(\\p{Alpha}\\w*(?: \\w+)+)\\s*$");
    private static final Pattern SUBTRACTION = Pattern.compile("[a-z]\\w* ?- ?[a-z]\\w*");

    private UnquotedNames() {}

    /** {@code null} when nothing looks like one. */
    static String hint(Mistake mistake) {
        Matcher member = MEMBER.matcher(mistake.text());
        if (member.find()) {
            return "a name with blanks stands in brackets: " + member.group(1) + "['" + member.group(2) + "']";
        }
        Matcher argument = ARGUMENT.matcher(mistake.text());
        while (argument.find()) {
            String name = argument.group(2);
            boolean calculated = SUBTRACTION.matcher(name).matches() && !mistake.isOneLine();
            if (!calculated && !Keywords.ALL.contains(name.split("[ -]")[0])) {
                return "a name stands in quotes: " + argument.group(1) + "('" + name + "')";
            }
        }
        return null;
    }
}
