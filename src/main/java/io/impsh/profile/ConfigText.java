package io.impsh.profile;

import io.impsh.api.Endpoint;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of {@code config.toml} with another endpoint of one profile. It is changed line by line, because a parser
 * would lose the user's comments and order; whoever calls this reads the outcome again to see whether it says what was
 * meant.
 */
final class ConfigText {
    private static final Pattern HEADER = Pattern.compile("\\s*\\[.*");
    private static final Pattern PLACE = Pattern.compile("\\s*(?:endpoint|cloud)\\s*=[^#]*?(\\s*#.*)?");

    private final List<String> lines;
    private final String lineEnd;

    private ConfigText(String text) {
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        this.lines = new ArrayList<>(text.lines().toList());
    }

    static String withEndpoint(String text, String profile, URI endpoint) {
        ConfigText config = new ConfigText(text);
        config.put(profile, assignment(endpoint));
        return String.join(config.lineEnd, config.lines) + config.lineEnd;
    }

    /** How a profile says where it connects to. */
    static String assignment(URI endpoint) {
        if (endpoint.equals(Endpoint.AWS)) {
            return "cloud = \"aws\"";
        }
        return endpoint.equals(Endpoint.AZURE) ? "cloud = \"azure\"" : "endpoint = \"" + endpoint + "\"";
    }

    private void put(String profile, String assignment) {
        int header = header(profile);
        if (header < 0) {
            append(profile, assignment);
            return;
        }
        String comment = "";
        int end = endOfSection(header);
        for (int line = end - 1; line > header; line--) {
            Matcher place = PLACE.matcher(lines.get(line));
            if (place.matches()) {
                comment = place.group(1) == null ? comment : place.group(1);
                lines.remove(line);
            }
        }
        lines.add(header + 1, assignment + comment);
    }

    private int header(String profile) {
        String name = Pattern.quote(profile);
        Pattern wanted = Pattern.compile(
                "\\s*\\[\\s*profiles\\s*\\.\\s*(?:" + name + "|\"" + name + "\"|'" + name + "')\\s*](?:\\s*#.*)?\\s*");
        for (int line = 0; line < lines.size(); line++) {
            if (wanted.matcher(lines.get(line)).matches()) {
                return line;
            }
        }
        return -1;
    }

    private int endOfSection(int header) {
        int line = header + 1;
        while (line < lines.size() && !HEADER.matcher(lines.get(line)).matches()) {
            line++;
        }
        return line;
    }

    private void append(String profile, String assignment) {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
            lines.add("");
        }
        lines.add("[profiles." + profile + "]");
        lines.add(assignment);
    }
}
