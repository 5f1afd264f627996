package io.impsh.output;

import io.impsh.bulk.JournalledPlan;
import io.impsh.script.Shown;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** For people. */
final class TableForm implements Form {
    /** With fewer of an entity's usual columns, a record tells more. */
    private static final int LEAST_COLUMNS = 3;

    private final ZoneId zone;
    private final Clock clock;

    /** @param clock whose zone times in tables are told in */
    TableForm(Clock clock) {
        this.clock = clock;
        this.zone = clock.getZone();
    }

    @Override
    public void write(Shown shown, Appendable out, Screen screen) throws IOException {
        Lines lines = new Lines(out);
        if (shown instanceof Shown.Text text) {
            // what goes to a file or a pipe is the user's own data
            lines.add(screen.isTerminal() ? SafeText.cleanLines(text.text()) : text.text());
        } else if (shown instanceof Shown.Scalar scalar) {
            lines.add(InspectText.scalar(scalar.value()));
        } else if (shown instanceof Shown.Callable callable) {
            lines.add(SafeText.clean(callable.signature()));
        } else if (shown instanceof Shown.Tree tree) {
            writeTree(screen.isTerminal() ? tree.value() : tree.whole(), lines, screen);
            if (tree.tooLarge() != null) {
                lines.add(Glyphs.of(screen).ellipsis() + " this is a part: "
                        + tree.tooLarge().getMessage());
            }
        } else if (shown instanceof Shown.One one) {
            new VerticalRecord(one.columns(), agedCells(one)).write(lines, screen);
        } else if (shown instanceof Shown.Listing listing) {
            long count = writeListing(listing, lines, screen);
            lines.add(RowCount.of(count, listing.noun()));
        } else if (shown instanceof Shown.Page page) {
            writePage(page, lines, out, screen);
        } else if (shown instanceof Shown.LogLines log) {
            out.append(LogText.of(log, screen, zone, clock.instant()));
        } else if (shown instanceof Shown.Streaming stream) {
            lines.add("streaming " + SafeText.clean(stream.title()) + " "
                    + Glyphs.of(screen).dot() + " stop with " + stream.name() + ".stop()");
        } else if (shown instanceof Shown.Counts counts) {
            new CountBars(counts).write(lines, screen);
        } else if (shown instanceof Shown.Groups groups) {
            new CountBars(groups.counts()).write(lines, screen);
        } else if (shown instanceof Shown.PlanShown plan) {
            lines.addAll(PlanText.lines(plan.plan(), plan.name(), screen));
        } else if (shown instanceof Shown.ReportShown report) {
            writeReport(report, lines, screen);
        } else if (shown instanceof Shown.JournalledPlanShown journalled) {
            writeJournalled(journalled.plan(), lines, screen);
        } else if (shown instanceof Shown.DiffShown diff) {
            DiffText.write(diff.diff(), lines, screen);
        } else if (shown instanceof Shown.Help help) {
            lines.addAll(HelpText.lines(help.page(), screen));
        }
    }

    private void writeTree(Object tree, Lines lines, Screen screen) {
        if (writeUniformRows(tree, lines, screen)) {
            lines.add(RowCount.of(((List<?>) tree).size(), (Shown.Noun) null));
        } else if (TitledTables.areIn(tree)) {
            TitledTables.write(tree, lines, screen, rows -> writeUniformRows(rows, lines, screen));
        } else {
            InspectText.write(tree, lines, screen);
        }
    }

    private boolean writeUniformRows(Object tree, Lines lines, Screen screen) {
        List<String> columns = UniformRows.columns(tree);
        if (columns.isEmpty()) {
            return false;
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Object row : (List<?>) tree) {
            rows.add(columns.stream()
                    .map(column -> Cell.of(((Map<?, ?>) row).get(column), zone))
                    .toList());
        }
        new AlignedTable(columns, rows).write(lines, screen);
        return true;
    }

    private long writeListing(Shown.Listing listing, Lines lines, Screen screen) {
        List<List<Cell>> rows = new ArrayList<>();
        listing.items().forEach(item -> rows.add(cells(listing.columns(), item)));
        if (!rows.isEmpty()) {
            int least =
                    listing.isUsualChoice() ? LEAST_COLUMNS : listing.columns().size();
            new AlignedTable(listing.columns(), rows, least).write(lines, screen);
        }
        return rows.size();
    }

    private void writePage(Shown.Page page, Lines lines, Appendable out, Screen screen) throws IOException {
        Shown.Noun noun = new Shown.Noun("element", "elements");
        if (page.part() instanceof Shown.Listing listing) {
            writeListing(listing, lines, screen);
            noun = listing.noun();
        } else if (page.part() instanceof Shown.LogLines log) {
            out.append(LogText.of(log, screen, zone, clock.instant()));
            noun = new Shown.Noun("line", "lines");
        } else if (page.part() instanceof Shown.Counts counts) {
            new CountBars(counts).write(lines, screen);
            noun = new Shown.Noun("value", "values");
        } else if (page.part() instanceof Shown.Tree tree) {
            if (writeUniformRows(tree.value(), lines, screen)) {
                noun = null;
            } else {
                InspectText.write(tree.value(), lines, screen);
            }
        }
        PageEnd.lines(page, noun, screen).forEach(lines::add);
    }

    private void writeReport(Shown.ReportShown shown, Lines lines, Screen screen) {
        if (!screen.interactive() && !shown.report().all().isEmpty()) {
            ReportTable.of(shown.report().all()).write(lines, screen);
        }
        lines.addAll(ReportText.lines(shown.report(), screen));
    }

    private void writeJournalled(JournalledPlan plan, Lines lines, Screen screen) {
        if (!screen.interactive()) {
            ReportTable.soFar(plan.report().all()).write(lines, screen);
        }
        lines.addAll(JournalText.lines(plan, screen, clock));
    }

    /** Of a single thing there is room to say how long ago something was. */
    private List<Cell> agedCells(Shown.One one) {
        Instant now = clock.instant();
        List<Cell> cells = new ArrayList<>();
        for (String column : one.columns()) {
            Object value = one.item().cell(column);
            Cell cell = Cell.of(value, one.item().unit(column), zone);
            cells.add(value instanceof Instant instant ? cell.with(AgeText.of(instant, now)) : cell);
        }
        return cells;
    }

    private List<Cell> cells(List<String> columns, Shown.Item item) {
        return columns.stream()
                .map(column -> Cell.of(item.cell(column), item.unit(column), zone))
                .toList();
    }
}
