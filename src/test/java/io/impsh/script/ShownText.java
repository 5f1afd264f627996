package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Results as short texts that tell what kind of result it is; how they look to users is for {@code io.impsh.output}. */
final class ShownText {
    private ShownText() {}

    static String of(Shown shown) {
        if (shown instanceof Shown.Nothing) {
            return "(nothing)";
        } else if (shown instanceof Shown.Text text) {
            return text.text();
        } else if (shown instanceof Shown.Scalar scalar) {
            return json(scalar.value());
        } else if (shown instanceof Shown.Tree tree) {
            return json(tree.value());
        } else if (shown instanceof Shown.One one) {
            return one.typeName() + " " + json(one.item().json());
        } else if (shown instanceof Shown.Listing listing) {
            return listing(listing);
        } else if (shown instanceof Shown.Groups groups) {
            return "groups: " + json(groups.counts().counts());
        } else if (shown instanceof Shown.Page page) {
            return of(page.part());
        } else if (shown instanceof Shown.Counts counts) {
            return "by " + counts.column() + ": " + json(counts.counts());
        } else if (shown instanceof Shown.PlanShown plan) {
            return "plan: " + plan.plan().title();
        } else if (shown instanceof Shown.ReportShown report) {
            return "report: " + counts(report);
        } else if (shown instanceof Shown.JournalledPlanShown journalled) {
            return "journalled plan: " + journalled.plan().title() + ", "
                    + journalled.plan().status().name().toLowerCase(Locale.ROOT);
        } else if (shown instanceof Shown.DiffShown diff) {
            return "diff: " + json(diff.diff().tree());
        } else if (shown instanceof Shown.LogLines log) {
            return log.lines().stream()
                    .map(line -> line.label() + " " + line.entry().type() + " "
                            + line.entry().message())
                    .collect(Collectors.joining("\n"));
        } else if (shown instanceof Shown.Streaming stream) {
            return "streaming: " + stream.title();
        } else if (shown instanceof Shown.Help help) {
            return "help: " + help.page().title();
        }
        return "function: " + ((Shown.Callable) shown).signature();
    }

    private static String listing(Shown.Listing listing) {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(" | ", listing.columns()));
        for (Shown.Item item : listing.items()) {
            lines.add(listing.columns().stream()
                    .map(column -> String.valueOf(item.cell(column)))
                    .collect(Collectors.joining(" | ")));
        }
        return String.join("\n", lines);
    }

    /** Only the outcomes that there were. */
    private static String counts(Shown.ReportShown report) {
        return report.report().counts().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Like JSON with single quotes, so that expectations are easy to write. */
    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + json(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (value instanceof List<?> list) {
            return list.stream().map(ShownText::json).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String ? "'" + value + "'" : String.valueOf(value);
    }
}
