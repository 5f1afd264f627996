package io.impsh.output;

import io.impsh.script.WatchRound;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** One round of a {@code watch}: what has changed since the round before stands out. */
public final class WatchText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final AttributedStyle CHANGED = AttributedStyle.DEFAULT.inverse();

    private WatchText() {}

    /**
     * Lines that fit the screen.
     *
     * @param before {@code null} for the first round
     * @param most lines; what is more is counted
     */
    public static List<String> lines(WatchRound round, WatchRound before, Screen screen, int most) {
        return lines(round, before, screen, most, ZoneId.systemDefault());
    }

    static List<String> lines(WatchRound round, WatchRound before, Screen screen, int most, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add(header(round, screen, zone));
        if (round.failure() != null) {
            lines.add(new StyledLine(screen)
                    .foreign(screen.theme().error(), "Error: " + round.failure(), room(screen))
                    .toString());
        }
        boolean compares = before != null && round.failure() == null;
        List<String> body = round.isTable()
                ? table(round, compares ? before : null, screen, zone)
                : marked(plain(round, screen, zone), compares ? plain(before, screen, zone) : null, screen);
        int room = Math.max(1, most - lines.size());
        if (body.size() <= room) {
            lines.addAll(body);
        } else {
            lines.addAll(body.subList(0, room - 1));
            lines.add(new StyledLine(screen)
                    .own(
                            screen.theme().muted(),
                            Glyphs.of(screen).ellipsis() + " " + (body.size() - room + 1) + " more rows")
                    .toString());
        }
        return lines;
    }

    private static String header(WatchRound round, Screen screen, ZoneId zone) {
        String dot = "  " + Glyphs.of(screen).dot() + "  ";
        String text = "every " + ScalarText.number(round.seconds()) + " s" + dot
                + TIME.format(LocalTime.ofInstant(round.at(), zone)) + dot + "Ctrl-C ends";
        return new StyledLine(screen)
                .foreign(screen.theme().muted(), text, room(screen))
                .toString();
    }

    private static int room(Screen screen) {
        return screen.isTerminal() ? screen.width() - 1 : Integer.MAX_VALUE;
    }

    private static List<String> plain(WatchRound round, Screen screen, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        new Printer(text, OutputFormat.TABLE, () -> narrow(screen), Clock.fixed(round.at(), zone)).print(round.shown());
        return text.toString().lines().toList();
    }

    /** What is too long for a line would be broken, and could not be drawn over. */
    private static List<String> marked(List<String> lines, List<String> before, Screen screen) {
        List<String> marked = new ArrayList<>();
        Set<String> known = before == null ? Set.of() : new HashSet<>(before);
        for (String line : lines) {
            boolean changed = before != null && !known.contains(line);
            AttributedString cut = AttributedString.fromAnsi(line);
            if (screen.isTerminal() && cut.columnLength() > screen.width() - 3) {
                cut = cut.columnSubSequence(0, screen.width() - 3);
            }
            String text = screen.colour() ? cut.toAnsi() : cut.toString();
            if (changed) {
                text = screen.colour() ? new AttributedString(cut.toString(), CHANGED).toAnsi() : text + " *";
            }
            marked.add(text);
        }
        return marked;
    }

    private static Screen narrow(Screen screen) {
        return screen.isTerminal()
                ? new Screen(Math.max(1, screen.width() - 3), screen.colour(), screen.unicode(), screen.interactive())
                : screen;
    }

    private static List<String> table(WatchRound round, WatchRound before, Screen screen, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        Map<String, List<Object>> known = new HashMap<>();
        if (before != null) {
            before.rows().forEach(row -> known.put(row.identity(), row.cells()));
        }
        boolean compares = before != null && before.columns().equals(round.columns());
        List<List<Cell>> rows = new ArrayList<>();
        List<boolean[]> marks = new ArrayList<>();
        for (WatchRound.Row row : round.rows()) {
            List<Object> was = known.remove(row.identity());
            List<Cell> cells = new ArrayList<>();
            boolean[] mark = new boolean[round.columns().size()];
            for (int at = 0; at < mark.length; at++) {
                Cell now = Cell.of(row.cells().get(at), zone);
                mark[at] = compares && was != null && !now.equals(Cell.of(was.get(at), zone));
                cells.add(mark[at] && !screen.colour() ? new Cell(now.kind(), now.text() + "*") : now);
            }
            marks.add(compares && was == null ? null : mark);
            rows.add(cells);
        }
        if (!rows.isEmpty()) {
            lines.addAll(aligned(round.columns(), rows, marks, screen));
        }
        String gone = compares && !known.isEmpty() ? ", " + known.size() + " gone" : "";
        lines.add(RowCount.of(rows.size(), round.noun()) + gone);
        return lines;
    }

    /** @param marks of each row, which cells have changed; {@code null} for a row that is new */
    private static List<String> aligned(
            List<String> headers, List<List<Cell>> rows, List<boolean[]> marks, Screen screen) {
        List<TableColumn> columns = new ArrayList<>();
        for (String header : headers) {
            columns.add(TableColumn.of(header, columns.size(), rows));
        }
        int[] widths = widths(columns, screen);
        List<String> lines = new ArrayList<>();
        StyledLine header = new StyledLine(screen);
        for (int at = 0, start = ColumnWidths.MARGIN; at < widths.length; at++) {
            TableColumn column = columns.get(at);
            header.spaceTo(start + (column.numeric() ? widths[at] - column.headerWidth() : 0));
            header.foreign(screen.theme().muted(), column.header());
            start += widths[at] + ColumnWidths.GAP;
        }
        lines.add(cut(header, screen));
        for (int row = 0; row < rows.size(); row++) {
            lines.add(cut(row(columns, widths, rows.get(row), marks.get(row), screen), screen));
        }
        return lines;
    }

    /** Of the first columns, as many as fit whole; there is always one. */
    private static int[] widths(List<TableColumn> columns, Screen screen) {
        int available = screen.isTerminal() ? screen.width() - 1 : Integer.MAX_VALUE;
        for (int count = columns.size(); count > 1; count--) {
            Optional<int[]> widths = ColumnWidths.within(available, columns.subList(0, count));
            if (widths.isPresent()) {
                return widths.get();
            }
        }
        return new int[] {columns.get(0).width()};
    }

    private static StyledLine row(
            List<TableColumn> columns, int[] widths, List<Cell> cells, boolean[] mark, Screen screen) {
        StyledLine line = new StyledLine(screen);
        if (mark == null) {
            line.own(screen.theme().added(), "+");
        }
        for (int at = 0, start = ColumnWidths.MARGIN; at < widths.length; at++) {
            Cell cell = cells.get(at);
            line.spaceTo(start + (columns.get(at).numeric() ? widths[at] - cell.width() : 0));
            if (mark != null && mark[at]) {
                line.foreign(CHANGED, cell.text(), widths[at]);
            } else {
                cell.appendTo(line, widths[at]);
            }
            start += widths[at] + ColumnWidths.GAP;
        }
        return line;
    }

    /** A column that cannot be made narrow enough loses its end. */
    private static String cut(StyledLine line, Screen screen) {
        if (!screen.isTerminal() || line.width() < screen.width()) {
            return line.toString();
        }
        AttributedString cut = AttributedString.fromAnsi(line.toString()).columnSubSequence(0, screen.width() - 1);
        return screen.colour() ? cut.toAnsi() : cut.toString();
    }
}
