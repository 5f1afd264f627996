package io.impsh.output;

import io.impsh.CountedNoun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jline.utils.AttributedStyle;

/** Objects and arrays as JavaScript would write them: on one line where they fit, else a line for each element. */
final class InspectText {
    private static final int INDENT = 2;
    /** Elements of what stands inside something else, where somebody has to scroll past them. */
    private static final int MOST_NESTED = 100;

    /** Where nothing says how wide the paper is. */
    private static final int USUAL_WIDTH = 80;

    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    private final Lines out;
    private final Screen screen;
    private final Theme theme;
    private final int width;
    private StyledLine line;

    private InspectText(Lines out, Screen screen) {
        this.out = out;
        this.screen = screen;
        this.theme = screen.theme();
        this.width = screen.isTerminal() ? screen.width() : USUAL_WIDTH;
        this.line = new StyledLine(screen);
    }

    static void write(Object tree, Lines out, Screen screen) {
        InspectText text = new InspectText(out, screen);
        text.value(tree, 0, 0);
        out.add(text.line);
    }

    /** A value that stands alone; a time in UTC, as it may be copied from here. */
    static String scalar(Object value) {
        if (value instanceof Number number) {
            return ScalarText.number(number);
        }
        return value instanceof Instant instant ? ScalarText.utc(instant) : SafeText.clean(String.valueOf(value));
    }

    /** @param after columns that have to stay free behind it */
    private void value(Object value, int level, int after) {
        if (value instanceof Map<?, ?> || value instanceof List<?>) {
            List<Element> elements = elements(value);
            boolean list = value instanceof List;
            String open = list ? "[" : "{";
            String close = list ? "]" : "}";
            if (elements.isEmpty() || fits(value, width - line.width() - after)) {
                inline(value);
            } else {
                block(elements, level, open, close);
            }
        } else {
            scalarOf(value);
        }
    }

    private void block(List<Element> elements, int level, String open, String close) {
        line.own(open);
        int shown = level > 0 && screen.interactive() ? Math.min(MOST_NESTED, elements.size()) : elements.size();
        for (int at = 0; at < shown; at++) {
            boolean last = at == elements.size() - 1;
            newLine(level + 1);
            key(elements.get(at));
            value(elements.get(at).value(), level + 1, last ? 0 : 1);
            line.own(last ? "" : ",");
        }
        if (shown < elements.size()) {
            newLine(level + 1);
            String rest = CountedNoun.number(elements.size() - shown) + " more";
            line.own(theme.muted(), Glyphs.of(screen).ellipsis() + " and " + rest);
        }
        newLine(level);
        line.own(close);
    }

    private void inline(Object value) {
        if (!(value instanceof Map) && !(value instanceof List)) {
            scalarOf(value);
            return;
        }
        boolean list = value instanceof List;
        List<Element> elements = elements(value);
        String space = list || elements.isEmpty() ? "" : " ";
        line.own(list ? "[" : "{").own(space);
        for (int at = 0; at < elements.size(); at++) {
            line.own(at == 0 ? "" : ", ");
            key(elements.get(at));
            inline(elements.get(at).value());
        }
        line.own(space).own(list ? "]" : "}");
    }

    /** Measured by its compact JSON first, as most trees that do not fit are much too large. */
    private boolean fits(Object value, int columns) {
        if (size(value, columns) > columns) {
            return false;
        }
        InspectText measure = new InspectText(out, screen);
        measure.inline(value);
        return measure.line.width() <= columns;
    }

    /** A lower bound of its width, counted no further than needed. */
    private static int size(Object value, int limit) {
        if (value instanceof Map || value instanceof List) {
            int size = 2;
            for (Element element : elements(value)) {
                size += 2 + size(element.value(), limit - size);
                if (size > limit) {
                    break;
                }
            }
            return size;
        }
        return value instanceof String text ? text.length() / 2 : 1;
    }

    private void key(Element element) {
        if (element.key() != null) {
            boolean bare = IDENTIFIER.matcher(element.key()).matches();
            line.own(theme.name(), bare ? element.key() : quoted(element.key())).own(": ");
        }
    }

    private void scalarOf(Object value) {
        if (value instanceof String text) {
            line.own(theme.string(), quoted(text));
        } else {
            line.own(style(value), scalar(value));
        }
    }

    private AttributedStyle style(Object value) {
        if (value == null) {
            return theme.muted();
        }
        return value instanceof Number ? theme.number() : theme.keyword();
    }

    private static String quoted(String text) {
        String quote = text.contains("'") && !text.contains("\"") ? "\"" : "'";
        return quote + SafeText.clean(text.replace("\\", "\\\\").replace(quote, "\\" + quote)) + quote;
    }

    private void newLine(int level) {
        out.add(line);
        line = new StyledLine(screen).space(level * INDENT);
    }

    private static List<Element> elements(Object value) {
        List<Element> elements = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> elements.add(new Element(String.valueOf(key), element)));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> elements.add(new Element(null, element)));
        }
        return elements;
    }

    /** @param key {@code null} in arrays */
    private record Element(String key, Object value) {}
}
