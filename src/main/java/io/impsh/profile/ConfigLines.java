package io.impsh.profile;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the lines of keys, which the reader of TOML does not tell, for whoever has to repair them. */
final class ConfigLines {
    private static final Pattern HEADER = Pattern.compile("\\s*\\[([^\\[\\]]*)]\\s*(?:#.*)?");
    private static final Pattern KEY = Pattern.compile("\\s*([\\w-]+|\"[^\"]*\"|'[^']*')\\s*[=.].*");

    private final List<String> lines;

    ConfigLines(String text) {
        lines = text.lines().toList();
    }

    /** From 1 on; 0 when it is not found, as of a key in an inline table. */
    int of(String table, String key) {
        String present = "";
        for (int line = 0; line < lines.size(); line++) {
            Matcher header = HEADER.matcher(lines.get(line));
            if (header.matches()) {
                present = plain(header.group(1));
                if (present.equals(table.isEmpty() ? key : table + "." + key)) {
                    return line + 1;
                }
                continue;
            }
            Matcher assignment = KEY.matcher(lines.get(line));
            if (present.equals(table)
                    && assignment.matches()
                    && plain(assignment.group(1)).equals(key)) {
                return line + 1;
            }
        }
        return 0;
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s*\\.\\s*", ".").replaceAll("[\"']", "");
    }
}
