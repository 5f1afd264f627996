package io.impsh.output;

import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;

/**
 * Trees of maps, lists and scalars as JSON. What could steer a terminal is always escaped, which every reader of JSON
 * undoes. Half surrogates, which no encoding can carry and which jq and others refuse even when escaped, become the
 * replacement character.
 */
final class JsonText {
    private static final String INDENT = "  ";
    private static final char REPLACEMENT = '\uFFFD';

    private final Appendable out;
    private final boolean pretty;

    private JsonText(Appendable out, boolean pretty) {
        this.out = out;
        this.pretty = pretty;
    }

    static String compact(Object tree) {
        StringBuilder text = new StringBuilder();
        try {
            new JsonText(text, false).value(tree, "\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** Indented by two spaces a level, without a line end at the end. */
    static void pretty(Object tree, Appendable out) throws IOException {
        pretty(tree, 0, out);
    }

    /** As {@link #pretty(Object, Appendable)}, for a tree that stands so many levels inside another. */
    static void pretty(Object tree, int level, Appendable out) throws IOException {
        new JsonText(out, true).value(tree, "\n" + INDENT.repeat(level));
    }

    private void value(Object value, String newline) throws IOException {
        if (value == null) {
            out.append("null");
        } else if (value instanceof Map<?, ?> map) {
            object(map, newline);
        } else if (value instanceof Iterable<?> list) {
            array(list, newline);
        } else if (value instanceof Boolean) {
            out.append(value.toString());
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Instant instant) {
            string(ScalarText.utc(instant));
        } else {
            string(value.toString());
        }
    }

    private void object(Map<?, ?> map, String newline) throws IOException {
        String inner = newline + INDENT;
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            line(inner);
            string(String.valueOf(entry.getKey()));
            out.append(pretty ? ": " : ":");
            value(entry.getValue(), inner);
            separator = ",";
        }
        if (map.isEmpty()) {
            out.append("{");
        } else {
            line(newline);
        }
        out.append("}");
    }

    private void array(Iterable<?> list, String newline) throws IOException {
        String inner = newline + INDENT;
        Iterator<?> items = list.iterator();
        out.append("[");
        boolean any = items.hasNext();
        while (items.hasNext()) {
            line(inner);
            value(items.next(), inner);
            if (items.hasNext()) {
                out.append(",");
            }
        }
        if (any) {
            line(newline);
        }
        out.append("]");
    }

    private void line(String newline) throws IOException {
        if (pretty) {
            out.append(newline);
        }
    }

    private void number(Number number) throws IOException {
        double value = number.doubleValue();
        boolean endless = number instanceof Double && (Double.isNaN(value) || Double.isInfinite(value));
        out.append(endless ? "null" : ScalarText.number(number));
    }

    private void string(String text) throws IOException {
        out.append('"');
        int start = 0;
        for (int at = nextEscaped(text, 0); at >= 0; at = nextEscaped(text, start)) {
            out.append(text, start, at);
            int codePoint = text.codePointAt(at);
            escape(codePoint);
            start = at + Character.charCount(codePoint);
        }
        out.append(text, start, text.length()).append('"');
    }

    private static int nextEscaped(String text, int from) {
        for (int at = from; at < text.length(); at++) {
            char unit = text.charAt(at);
            boolean plain = unit >= ' ' && unit < 0x7F && unit != '"' && unit != '\\';
            if (!plain && (unit < 0x7F || SafeText.isUnsafe(text, at))) {
                return at;
            }
            if (Character.isHighSurrogate(unit)) {
                at++;
            }
        }
        return -1;
    }

    private void escape(int codePoint) throws IOException {
        switch (codePoint) {
            case '"', '\\' -> out.append('\\').append((char) codePoint);
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (Character.getType(codePoint) == Character.SURROGATE) {
                    out.append(REPLACEMENT);
                    return;
                }
                for (char unit : Character.toChars(codePoint)) {
                    out.append(String.format("\\u%04x", (int) unit));
                }
            }
        }
    }
}
