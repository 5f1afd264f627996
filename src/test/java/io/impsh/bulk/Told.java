package io.impsh.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Plans and reports as texts, to be compared as a whole. */
final class Told {
    private Told() {}

    /** Title, counts, items and question. */
    static String plan(Plan plan) {
        PlanSummary summary = plan.summary();
        List<String> lines = new ArrayList<>(List.of(summary.title()));
        summary.moves()
                .forEach(move -> lines.add("  " + move.fromName() + " → " + move.toName() + ": " + move.count()));
        summary.removals().forEach((what, count) -> lines.add("  " + what + ": " + count));
        summary.leftAlone().forEach((what, count) -> lines.add("  left alone, " + what + ": " + count));
        summary.doubtful().forEach((what, count) -> lines.add("  doubtful, " + what + ": " + count));
        lines.add("  " + summary.requests() + " requests");
        plan.items().forEach(item -> lines.add(item(item)));
        lines.add(plan.question().text());
        plan.question().affected().forEach(line -> lines.add("  " + line));
        return String.join("\n", lines) + "\n";
    }

    static String items(Plan plan) {
        return plan.items().stream().map(item -> item(item) + "\n").collect(Collectors.joining());
    }

    private static String item(PlanItem item) {
        String reason =
                item.verdict().reason() == null ? "" : " " + item.verdict().reason();
        return item.phase() + " " + what(item) + " " + item.verdict().kind() + reason;
    }

    /** What came of each item. */
    static String report(Report report) {
        return report.all().stream().map(result -> result(result) + "\n").collect(Collectors.joining());
    }

    private static String result(ItemResult result) {
        return what(result.item()) + " " + result.outcome()
                + (result.reason() == null ? "" : " " + result.reason())
                + (result.created() == null ? "" : " → " + result.created().id());
    }

    private static String what(PlanItem item) {
        return item.change().getClass().getSimpleName() + " " + item.label();
    }
}
