package io.impsh.output;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records of RFC 4180, ended by a line feed alone as other tools on Unix do. */
final class CsvText {
    private final Appendable out;
    private final boolean clean;

    /** @param clean whether fields go to a terminal; into files they go as they are */
    CsvText(Appendable out, boolean clean) {
        this.out = out;
        this.clean = clean;
    }

    void record(List<?> fields) throws IOException {
        for (int at = 0; at < fields.size(); at++) {
            if (at > 0) {
                out.append(',');
            }
            out.append(field(fields.get(at), fields.size() == 1));
        }
        out.append('\n');
    }

    /** Nothing is an empty field; alone in its record it is quoted, as many readers skip empty lines. */
    private String field(Object value, boolean alone) {
        if (value == null) {
            return alone ? "\"\"" : "";
        }
        String text = clean ? SafeText.clean(text(value)) : text(value);
        boolean quoted = text.isEmpty()
                || text.chars().anyMatch(unit -> unit == ',' || unit == '"' || unit == '\n' || unit == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String text(Object value) {
        if (value instanceof Number number) {
            return ScalarText.number(number);
        } else if (value instanceof Instant instant) {
            return ScalarText.utc(instant);
        } else if (value instanceof Map || value instanceof List) {
            return JsonText.compact(value);
        }
        return value.toString();
    }
}
