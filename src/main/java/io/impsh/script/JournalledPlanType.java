package io.impsh.script;

import io.impsh.bulk.ItemResult;
import io.impsh.bulk.JournalledPlan;
import io.impsh.bulk.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The script type of plans that were applied. */
final class JournalledPlanType {
    static final String NAME = "JournalledPlan";

    /** The beginning of examples that need one which has something left. */
    static final String STOPPED = PlanType.EXAMPLE + ".apply({waves: [1]}); ";

    private static final String LEFT = "left";
    private static final List<String> COLUMNS = List.of("id", "title", "status", "begunAt", "counts", "who");
    private static final List<String> CSV_COLUMNS = List.of(
            "id",
            "title",
            "status",
            "begunAt",
            "endedAt",
            "who",
            "profile",
            "program",
            "endpoint",
            "done",
            "failed",
            "stale",
            "skipped",
            "unknown",
            LEFT);

    private JournalledPlanType() {}

    static HostType<JournalledPlan> make() {
        HostType<JournalledPlan> type =
                new HostType<>(NAME, "A plan that was applied, wholly or in part, as its journal tells.");
        addProperties(type);
        addVerbs(type);
        return type.hint("length", "items is an array")
                .describedBy(plan -> "plan " + plan.id() + ": " + plan.title())
                .json((plan, call) -> json(plan));
    }

    private static void addProperties(HostType<JournalledPlan> type) {
        type.property("id", "string", "By which it is resumed and undone", (plan, host) -> plan.id())
                .property("title", "string", "What it does, in a few words", (plan, host) -> plan.title())
                .property(
                        "status",
                        "string",
                        "complete, stopped before everything was started, interrupted without a word, or running",
                        (plan, host) -> status(plan))
                .property("begunAt", "Date", "When it was applied for the first time", (plan, host) -> plan.begunAt())
                .property(
                        "endedAt",
                        "Date | null",
                        "When it ended; null while it runs and after an interruption",
                        (plan, host) -> plan.endedAt())
                .property("who", "string", "The user of the computer who applied it", (plan, host) -> plan.author()
                        .who())
                .property("profile", "string | null", "With which profile", (plan, host) -> plan.author()
                        .profile())
                .property("program", "string", "With which program and version", (plan, host) -> plan.author()
                        .program())
                .property("endpoint", "string", "Where", (plan, host) -> plan.home()
                        .endpoint())
                .relation(
                        "counts",
                        "OutcomeCounts",
                        "How many items ended in which way, and how many are left; the numbers add up to the plan",
                        (plan, host) -> counts(plan))
                .relation(
                        "items",
                        "ReportItem[]",
                        "An array with what happened to each; the outcome of what is left is null",
                        (plan, host) -> rows(plan));
    }

    private static void addVerbs(HostType<JournalledPlan> type) {
        type.method(
                        "resume",
                        "Report",
                        "Goes on where the applying was stopped or cut off, as plans.resume(id) does.",
                        STOPPED + "plans.list()[0].resume({waves: []})",
                        (plan, call) -> PlanRun.resume(plan, call.options(0), call.host()),
                        ApplyArguments.OPTIONS)
                .method(
                        "undo",
                        "Plan",
                        "A plan of the reverse of what was done, as plans.undo(id) gives it.",
                        PlanType.EXAMPLE + ".apply(); plans.list()[0].undo()",
                        (plan, call) -> PlansType.undo(plan, call.host()));
    }

    private static String status(JournalledPlan plan) {
        return plan.status().name().toLowerCase(Locale.ROOT);
    }

    /** What is left has been skipped for the time being, and is counted apart. */
    private static Map<String, Object> counts(JournalledPlan plan) {
        Map<String, Object> counts = new LinkedHashMap<>();
        long left = left(plan);
        plan.counts().forEach((outcome, count) -> {
            if (outcome != Outcome.PLANNED) {
                counts.put(
                        outcome.name().toLowerCase(Locale.ROOT),
                        outcome == Outcome.SKIPPED ? count - left : (long) count);
            }
        });
        counts.put(LEFT, left);
        return counts;
    }

    /** Of a complete one its journal need not be read. */
    private static long left(JournalledPlan plan) {
        return plan.status() == JournalledPlan.Status.COMPLETE
                ? 0
                : plan.report().all().stream().filter(ItemResult::notStarted).count();
    }

    private static List<Map<String, Object>> rows(JournalledPlan plan) {
        return plan.report().all().stream().map(JournalledPlanType::row).toList();
    }

    private static Map<String, Object> row(ItemResult result) {
        Map<String, Object> row = PlanRows.of(result);
        if (result.notStarted()) {
            row.put("outcome", null);
        }
        return row;
    }

    private static Map<String, Object> json(JournalledPlan plan) {
        Map<String, Object> json = facts(plan);
        json.put("items", rows(plan));
        return json;
    }

    private static Map<String, Object> facts(JournalledPlan plan) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("id", plan.id());
        facts.put("title", plan.title());
        facts.put("status", status(plan));
        facts.put("begunAt", plan.begunAt());
        facts.put("endedAt", plan.endedAt());
        facts.put("who", plan.author().who());
        facts.put("profile", plan.author().profile());
        facts.put("program", plan.author().program());
        facts.put("endpoint", plan.home().endpoint());
        facts.put("counts", counts(plan));
        return facts;
    }

    /** Several of them as a table. */
    static Shown shown(List<JournalledPlan> plans) {
        List<Shown.Item> rows = new ArrayList<>();
        plans.forEach(plan -> rows.add(new Row(facts(plan))));
        return new Shown.Listing(new Shown.Noun("plan", "plans"), COLUMNS, CSV_COLUMNS, rows);
    }

    private record Row(Map<String, Object> json) implements Shown.Item {
        @Override
        public Object cell(String column) {
            Map<?, ?> counts = (Map<?, ?>) json.get("counts");
            return column.equals("counts")
                    ? words(counts)
                    : counts.containsKey(column) ? counts.get(column) : json.get(column);
        }

        /** Such as {@code 40 done, 26 left}: what there is none of is left out. */
        private static String words(Map<?, ?> counts) {
            List<String> words = new ArrayList<>();
            counts.forEach((outcome, count) -> {
                if (!count.equals(0L)) {
                    words.add(String.format(Locale.ROOT, "%,d %s", count, outcome));
                }
            });
            return String.join(", ", words);
        }
    }
}
