package io.impsh.script;

import io.impsh.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places for the parts of a log line, such as <code>{time} {device}: {message}</code>.
 *
 * @param parts texts and places in turn, beginning with a text
 */
public record LogTemplate(List<String> parts) {
    /** What may stand between braces. */
    public static final List<String> PLACES = List.of("time", "device", "deviceId", "type", "message");

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    public LogTemplate {
        parts = List.copyOf(parts);
    }

    /** @throws UserException when a place is not known, or there is none */
    static LogTemplate of(String text) {
        List<String> parts = new ArrayList<>();
        Matcher places = PLACE.matcher(text);
        int end = 0;
        while (places.find()) {
            if (!PLACES.contains(places.group(1))) {
                throw wrong("the format has no {" + places.group(1) + "}");
            }
            parts.add(text.substring(end, places.start()));
            parts.add(places.group(1));
            end = places.end();
        }
        if (parts.isEmpty()) {
            throw wrong("'" + text + "' is no format of log lines");
        }
        parts.add(text.substring(end));
        return new LogTemplate(parts);
    }

    private static UserException wrong(String what) {
        return new UserException(
                "USAGE", what, "'text', 'json', or a text with some of {" + String.join("}, {", PLACES) + "} in it");
    }
}
