package io.impsh.output;

import java.util.List;

/** One thing, a line for each of its properties. Long values wrap below themselves, and are cut after a few lines. */
final class VerticalRecord {
    private static final int MOST_LINES = 4;
    private static final int LEAST_ROOM = 20;
    private static final int GAP = 3;

    private final List<String> names;
    private final List<Cell> values;

    VerticalRecord(List<String> names, List<Cell> values) {
        this.names = names;
        this.values = values;
    }

    void write(Lines out, Screen screen) {
        int start = ColumnWidths.MARGIN
                + GAP
                + names.stream()
                        .mapToInt(name -> DisplayWidth.of(SafeText.clean(name)))
                        .max()
                        .orElse(0);
        for (int at = 0; at < names.size(); at++) {
            StyledLine line = new StyledLine(screen).space(ColumnWidths.MARGIN);
            line.foreign(screen.theme().muted(), names.get(at));
            writeValue(out, screen, line, values.get(at), start);
        }
    }

    private static void writeValue(Lines out, Screen screen, StyledLine first, Cell value, int start) {
        int room = screen.isTerminal() ? Math.max(LEAST_ROOM, screen.width() - start) : Integer.MAX_VALUE;
        StyledLine line = first;
        String rest = value.text();
        for (int lines = 1; DisplayWidth.of(SafeText.clean(rest)) > room && lines < MOST_LINES; lines++) {
            String clean = SafeText.clean(rest);
            int end = DisplayWidth.indexWithin(clean, room);
            out.add(line.spaceTo(start).own(clean.substring(0, end)));
            rest = clean.substring(end);
            line = new StyledLine(screen);
        }
        if (!rest.isEmpty()) {
            new Cell(value.kind(), rest).appendTo(line.spaceTo(start), room);
        }
        out.add(line);
    }
}
