package io.impsh.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Path and query of a request, decoded piece by piece: an encoded slash stays inside its segment.
 *
 * @param segments decoded; repeated slashes count as one, a trailing slash gives an empty last segment
 * @param query decoded keys and values in the order sent; of a repeated key the last value,
 *     but of a repeated filter a list with commas: so the vendor's JavaScript client sends an array
 */
record RequestTarget(List<String> segments, Map<String, String> query) {

    private static final Pattern AUTHORITY = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*");

    /** Takes any target as it stood in the request line; one in absolute form without its host. Never fails. */
    static RequestTarget parse(String raw) {
        String rest = AUTHORITY.matcher(raw).replaceFirst("");
        int mark = rest.indexOf('?');
        String path = mark < 0 ? rest : rest.substring(0, mark);
        String query = mark < 0 ? "" : rest.substring(mark + 1);
        return new RequestTarget(segments(path), query(query));
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        String[] pieces = path.split("/", -1);
        for (int i = 0; i < pieces.length; i++) {
            boolean last = i == pieces.length - 1;
            if (!pieces[i].isEmpty() || last) {
                segments.add(decode(pieces[i]));
            }
        }
        return List.copyOf(segments);
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String key = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                String name = decode(key.replace('+', ' '));
                boolean isFilter = name.startsWith("filter[");
                query.merge(
                        name, decode(value.replace('+', ' ')), (one, other) -> isFilter ? one + "," + other : other);
            }
        }
        return query;
    }

    /** The server hands out raw bytes as Latin-1 characters, so both these and the encoded ones are read as UTF-8. */
    private static String decode(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char character = raw.charAt(i);
            int value = character == '%' ? hexadecimal(raw, i + 1) : -1;
            if (value >= 0) {
                bytes.write(value);
                i += 2;
            } else {
                bytes.write(character);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hexadecimal(String raw, int start) {
        if (start + 2 > raw.length()) {
            return -1;
        }
        int high = Character.digit(raw.charAt(start), 16);
        int low = Character.digit(raw.charAt(start + 1), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /** Value of {@code filter[name]}, or {@code null}. */
    String filter(String name) {
        return query.get("filter[" + name + "]");
    }
}
