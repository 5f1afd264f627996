package io.impsh.output;

import io.impsh.script.HelpPage;
import io.impsh.script.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a result is as a tree of maps, lists and scalars, for JSON. */
final class ShownTree {
    private ShownTree() {}

    /** Of all but listings, which would need all of their rows, and of nothing at all. */
    static Object of(Shown shown) {
        if (shown instanceof Shown.Text text) {
            return text.text();
        } else if (shown instanceof Shown.Scalar scalar) {
            return scalar.value();
        } else if (shown instanceof Shown.Tree tree) {
            return tree.whole();
        } else if (shown instanceof Shown.One one) {
            return one.item().json();
        } else if (shown instanceof Shown.Counts counts) {
            return counts.counts();
        } else if (shown instanceof Shown.Groups groups) {
            return groups.tree().get();
        } else if (shown instanceof Shown.PlanShown plan) {
            return PlanTree.of(plan.plan());
        } else if (shown instanceof Shown.ReportShown report) {
            return PlanTree.of(report.report());
        } else if (shown instanceof Shown.JournalledPlanShown journalled) {
            return PlanTree.of(journalled.plan());
        } else if (shown instanceof Shown.DiffShown diff) {
            return diff.diff().tree();
        } else if (shown instanceof Shown.Help help) {
            return help(help.page());
        } else if (shown instanceof Shown.Streaming stream) {
            return stream.facts();
        } else if (shown instanceof Shown.Callable callable) {
            return callable.signature();
        }
        throw new IllegalArgumentException(shown.getClass().getName());
    }

    private static Map<String, Object> help(HelpPage page) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("title", page.title());
        tree.put("synopsis", page.synopsis());
        tree.put("text", page.text());
        List<Object> sections = new ArrayList<>();
        for (HelpPage.Section section : page.sections()) {
            Map<String, Object> entries = new LinkedHashMap<>();
            section.entries().forEach(entry -> entries.put(entry.name(), entry.text()));
            Map<String, Object> titled = new LinkedHashMap<>();
            titled.put("title", section.title());
            titled.put("entries", entries);
            sections.add(titled);
        }
        tree.put("sections", sections);
        tree.put("example", page.example());
        return tree;
    }
}
