package io.impsh.output;

import io.impsh.bulk.ItemResult;
import io.impsh.bulk.PlanItem;
import io.impsh.script.HelpPage;
import io.impsh.script.Shown;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A header and a record for each row. What has no rows is one record of one field. */
final class CsvForm implements Form {
    @Override
    public void write(Shown shown, Appendable out, Screen screen) throws IOException {
        CsvText csv = new CsvText(out, screen.isTerminal());
        if (shown instanceof Shown.Listing listing) {
            writeItems(csv, listing.csvColumns(), listing.items());
        } else if (shown instanceof Shown.LogLines log) {
            writeLog(csv, log);
        } else if (shown instanceof Shown.One one) {
            writeItems(csv, one.columns(), List.of(one.item()));
        } else if (shown instanceof Shown.Counts counts) {
            writeCounts(csv, counts);
        } else if (shown instanceof Shown.Tree tree && tree.whole() instanceof List<?> list) {
            writeList(csv, list);
        } else if (shown instanceof Shown.Tree tree && tree.whole() instanceof Map<?, ?> map) {
            writeList(csv, List.of(map));
        } else if (shown instanceof Shown.Groups groups) {
            writeList(csv, List.of(groups.tree().get()));
        } else if (shown instanceof Shown.PlanShown plan) {
            writePlan(csv, plan.plan().items());
        } else if (shown instanceof Shown.ReportShown report) {
            writeResults(csv, report.report().all(), PlanTree::outcome);
        } else if (shown instanceof Shown.JournalledPlanShown journalled) {
            writeResults(csv, journalled.plan().report().all(), PlanTree::outcomeSoFar);
        } else if (shown instanceof Shown.Help help) {
            writeHelp(csv, help.page());
        } else {
            csv.record(Arrays.asList(ShownTree.of(shown)));
        }
    }

    private static void writeItems(CsvText csv, List<String> columns, Iterable<Shown.Item> items) throws IOException {
        csv.record(columns);
        for (Shown.Item item : items) {
            csv.record(columns.stream().map(item::cell).toList());
        }
    }

    /** Lines that go on with others need no header. */
    private static void writeLog(CsvText csv, Shown.LogLines log) throws IOException {
        if (!log.continued()) {
            csv.record(log.columns());
        }
        for (Shown.Item line : log.items()) {
            csv.record(log.columns().stream().map(line::cell).toList());
        }
    }

    private static void writeCounts(CsvText csv, Shown.Counts counts) throws IOException {
        csv.record(Arrays.asList(counts.column(), "count"));
        for (Map.Entry<String, Long> count : counts.counts().entrySet()) {
            csv.record(Arrays.asList(count.getKey(), count.getValue()));
        }
    }

    /** Objects under the names of all their properties; arrays as records; anything else as a record of its own. */
    private static void writeList(CsvText csv, List<?> list) throws IOException {
        boolean objects = !list.isEmpty() && list.stream().allMatch(Map.class::isInstance);
        Set<Object> names = new LinkedHashSet<>();
        if (objects) {
            list.forEach(row -> names.addAll(((Map<?, ?>) row).keySet()));
            csv.record(List.copyOf(names));
        }
        for (Object row : list) {
            if (objects) {
                csv.record(names.stream().map(((Map<?, ?>) row)::get).toList());
            } else {
                csv.record(row instanceof List<?> fields ? fields : Arrays.asList(row));
            }
        }
    }

    private static void writePlan(CsvText csv, List<PlanItem> items) throws IOException {
        csv.record(List.of("id", "name", "from", "to", "verdict", "reason"));
        for (PlanItem item : items) {
            csv.record(Arrays.asList(
                    item.target().id(),
                    item.targetName(),
                    item.fromName(),
                    PlanTree.destination(item.change()),
                    PlanTree.word(item.verdict().kind()),
                    item.verdict().reason()));
        }
    }

    private static void writeResults(CsvText csv, List<ItemResult> results, Function<ItemResult, String> outcome)
            throws IOException {
        csv.record(List.of("id", "name", "from", "to", "outcome", "reason"));
        for (ItemResult result : results) {
            csv.record(Arrays.asList(
                    result.item().target().id(),
                    result.item().targetName(),
                    result.item().fromName(),
                    PlanTree.destination(result.item().change()),
                    outcome.apply(result),
                    result.reason()));
        }
    }

    private static void writeHelp(CsvText csv, HelpPage page) throws IOException {
        csv.record(List.of("section", "name", "text"));
        for (HelpPage.Section section : page.sections()) {
            for (HelpPage.Entry entry : section.entries()) {
                csv.record(Arrays.asList(section.title(), entry.name(), entry.text()));
            }
        }
    }
}
