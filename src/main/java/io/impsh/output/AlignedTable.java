package io.impsh.output;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Rows under headers. What is too wide for the screen is cut; where that does not do, the last columns are left out if
 * they may be, or each row becomes a record.
 */
final class AlignedTable {
    private final List<String> headers;
    private final List<List<Cell>> rows;
    private final int least;

    /** @param rows each with a cell for each header */
    AlignedTable(List<String> headers, List<List<Cell>> rows) {
        this(headers, rows, headers.size());
    }

    /** @param least how many columns there have to be; the header says that there are more */
    AlignedTable(List<String> headers, List<List<Cell>> rows, int least) {
        this.headers = headers;
        this.rows = rows;
        this.least = least;
    }

    void write(Lines out, Screen screen) {
        List<TableColumn> columns = new ArrayList<>();
        for (String header : headers) {
            columns.add(TableColumn.of(header, columns.size(), rows));
        }
        int available = screen.isTerminal() ? screen.width() : Integer.MAX_VALUE;
        int mark = ColumnWidths.GAP + DisplayWidth.of(Glyphs.of(screen).ellipsis());
        for (int count = headers.size(); count >= Math.min(least, headers.size()); count--) {
            Optional<int[]> widths = ColumnWidths.within(
                    count < headers.size() ? available - mark : available, columns.subList(0, count));
            if (widths.isPresent()) {
                writeAligned(out, screen, columns, widths.get());
                return;
            }
        }
        writeRecords(out, screen);
    }

    private void writeAligned(Lines out, Screen screen, List<TableColumn> columns, int[] widths) {
        out.add(headerLine(screen, columns, widths));
        for (List<Cell> row : rows) {
            out.add(rowLine(screen, columns, widths, row));
        }
    }

    private static StyledLine headerLine(Screen screen, List<TableColumn> columns, int[] widths) {
        StyledLine line = new StyledLine(screen);
        int start = ColumnWidths.MARGIN;
        for (int at = 0; at < widths.length; at++) {
            TableColumn column = columns.get(at);
            line.spaceTo(start + (column.numeric() ? widths[at] - column.headerWidth() : 0));
            line.foreign(screen.theme().muted(), column.header());
            start += widths[at] + ColumnWidths.GAP;
        }
        if (widths.length < columns.size()) {
            line.spaceTo(start).own(screen.theme().muted(), Glyphs.of(screen).ellipsis());
        }
        return line;
    }

    private static StyledLine rowLine(Screen screen, List<TableColumn> columns, int[] widths, List<Cell> row) {
        StyledLine line = new StyledLine(screen);
        int start = ColumnWidths.MARGIN;
        for (int at = 0; at < widths.length; at++) {
            Cell cell = row.get(at);
            if (!cell.text().isEmpty()) {
                line.spaceTo(start + (columns.get(at).numeric() ? widths[at] - cell.width() : 0));
                cell.appendTo(line, widths[at]);
            }
            start += widths[at] + ColumnWidths.GAP;
        }
        return line;
    }

    private void writeRecords(Lines out, Screen screen) {
        Iterator<List<Cell>> each = rows.iterator();
        while (each.hasNext()) {
            new VerticalRecord(headers, each.next()).write(out, screen);
            if (each.hasNext()) {
                out.add(rule(screen));
            }
        }
    }

    private static StyledLine rule(Screen screen) {
        String rule = Glyphs.of(screen).rule().repeat(Math.min(screen.width(), 40));
        return new StyledLine(screen).own(screen.theme().muted(), rule);
    }
}
