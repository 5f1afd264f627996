package io.impsh.output;

import java.util.List;
import java.util.Optional;

/** Shares the width of the screen out among the columns of a table. */
final class ColumnWidths {
    /** Between columns; half of it stands before the first. */
    static final int GAP = 2;

    static final int MARGIN = 1;
    private static final int LEAST = 12;
    /** The first column says what the row is about. */
    private static final int LEAST_OF_FIRST = 20;

    private ColumnWidths() {}

    /** What each column takes; nothing when the table cannot be made to fit. */
    static Optional<int[]> within(int available, List<TableColumn> columns) {
        int[] widths = columns.stream().mapToInt(TableColumn::width).toArray();
        int excess = total(widths) - available;
        while (excess > 0) {
            int widest = widest(widths, columns);
            if (widest < 0) {
                return Optional.empty();
            }
            widths[widest]--;
            excess--;
        }
        return Optional.of(widths);
    }

    private static int total(int[] widths) {
        int total = MARGIN + GAP * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    /** The widest column that may still lose something, or -1. */
    private static int widest(int[] widths, List<TableColumn> columns) {
        int widest = -1;
        for (int at = 0; at < widths.length; at++) {
            TableColumn column = columns.get(at);
            int least = Math.max(at == 0 ? LEAST_OF_FIRST : LEAST, column.headerWidth());
            boolean larger = widest < 0 || widths[at] > widths[widest];
            if (column.mayBeCut() && widths[at] > least && larger) {
                widest = at;
            }
        }
        return widest;
    }
}
