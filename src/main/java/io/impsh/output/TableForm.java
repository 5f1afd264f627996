package io.impsh.output;

import io.impsh.script.Shown;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** For people. */
final class TableForm implements Form {
    private final ZoneId zone;

    /** @param zone that times in tables are told in */
    TableForm(ZoneId zone) {
        this.zone = zone;
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
            writeTree(tree.value(), lines, screen);
        } else if (shown instanceof Shown.One one) {
            new VerticalRecord(one.columns(), cells(one.columns(), one.item())).write(lines, screen);
        } else if (shown instanceof Shown.Listing listing) {
            List<List<Cell>> rows = new ArrayList<>();
            listing.items().forEach(item -> rows.add(cells(listing.columns(), item)));
            writeRows(listing.noun(), listing.columns(), rows, lines, screen);
        } else if (shown instanceof Shown.Counts counts) {
            new CountBars(counts.counts()).write(lines, screen);
        } else if (shown instanceof Shown.PlanShown plan) {
            lines.addAll(PlanText.lines(plan.plan(), plan.name(), screen));
        } else if (shown instanceof Shown.ReportShown report) {
            writeReport(report, lines, screen);
        } else if (shown instanceof Shown.DiffShown diff) {
            DiffText.write(diff.diff(), lines, screen);
        } else if (shown instanceof Shown.Help help) {
            lines.addAll(HelpText.lines(help.page(), screen));
        }
    }

    private void writeTree(Object tree, Lines lines, Screen screen) {
        List<String> columns = UniformRows.columns(tree);
        if (columns.isEmpty()) {
            InspectText.write(tree, lines, screen);
            return;
        }
        List<List<Cell>> rows = new ArrayList<>();
        for (Object row : (List<?>) tree) {
            rows.add(columns.stream()
                    .map(column -> Cell.of(((Map<?, ?>) row).get(column), zone))
                    .toList());
        }
        writeRows(null, columns, rows, lines, screen);
    }

    private void writeRows(Shown.Noun noun, List<String> columns, List<List<Cell>> rows, Lines lines, Screen screen) {
        if (!rows.isEmpty()) {
            new AlignedTable(columns, rows).write(lines, screen);
        }
        lines.add(CountedNoun.of(rows.size(), noun));
    }

    private void writeReport(Shown.ReportShown shown, Lines lines, Screen screen) {
        if (!screen.interactive() && !shown.report().all().isEmpty()) {
            ReportTable.of(shown.report().all()).write(lines, screen);
        }
        lines.addAll(ReportText.lines(shown.report(), screen));
    }

    private List<Cell> cells(List<String> columns, Shown.Item item) {
        return columns.stream().map(column -> Cell.of(item.cell(column), zone)).toList();
    }
}
