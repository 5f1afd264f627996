package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The vendor's form of a full name: <code>{account}{product}{group}</code>. */
final class BracedPath {
    private static final Pattern WHOLE = Pattern.compile("(\\{[^{}]*})+");
    private static final Pattern PART = Pattern.compile("\\{([^{}]*)}");

    private BracedPath() {}

    /** Its parts, or an empty list for a text of another form. */
    static List<String> parse(String text) {
        List<String> parts = new ArrayList<>();
        if (WHOLE.matcher(text).matches()) {
            Matcher part = PART.matcher(text);
            while (part.find()) {
                parts.add(part.group(1));
            }
        }
        return parts;
    }

    static String write(List<String> parts) {
        return parts.stream().map(part -> "{" + part + "}").collect(Collectors.joining());
    }
}
