package io.impsh.output;

import io.impsh.script.Shown;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * One value of a table or record.
 *
 * @param text may be foreign
 */
record Cell(Kind kind, String text) {
    private static final Cell NOTHING = new Cell(Kind.NOTHING, "-");

    enum Kind {
        TEXT,
        NUMBER,
        /** Yes, no, or a time: never cut. */
        SHORT,
        NOTHING
    }

    static Cell of(Object value, Shown.Unit unit, ZoneId zone) {
        return value instanceof Number number && unit != Shown.Unit.NONE
                ? new Cell(Kind.NUMBER, QuantityText.of(number, unit))
                : of(value, zone);
    }

    static Cell of(Object value, ZoneId zone) {
        if (value == null) {
            return NOTHING;
        }
        if (value instanceof Number number) {
            return new Cell(Kind.NUMBER, ScalarText.number(number));
        }
        if (value instanceof Boolean flag) {
            return new Cell(Kind.SHORT, flag ? "yes" : "no");
        }
        if (value instanceof Instant instant) {
            return new Cell(Kind.SHORT, ScalarText.local(instant, zone));
        }
        boolean tree = value instanceof Map || value instanceof List;
        return new Cell(Kind.TEXT, tree ? JsonText.compact(value) : value.toString());
    }

    Cell with(String more) {
        return new Cell(kind, text + more);
    }

    void appendTo(StyledLine line, int columns) {
        line.foreign(kind == Kind.NOTHING ? line.theme().muted() : Theme.plain(), text, columns);
    }

    int width() {
        return DisplayWidth.of(SafeText.clean(text));
    }
}
