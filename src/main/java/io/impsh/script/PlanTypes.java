package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.api.Priority;
import io.impsh.bulk.Applier;
import io.impsh.bulk.ApplyControl;
import io.impsh.bulk.ApplyOptions;
import io.impsh.bulk.ItemResult;
import io.impsh.bulk.Journal;
import io.impsh.bulk.Outcome;
import io.impsh.bulk.Plan;
import io.impsh.bulk.PlanItem;
import io.impsh.bulk.Report;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.graalvm.polyglot.Value;

/** The script types of plans and of what came of them. */
final class PlanTypes {
    private static final String PLAN = "devices.where({group: 'Line 1'}).limit(3).assignTo('Line 2')";

    private static final Duration LONG_AGO = Duration.ofHours(1);

    private PlanTypes() {}

    static HostType<Plan> plan() {
        return new HostType<Plan>(
                        "Plan", "What a verb on many would change, and nothing changed yet. apply() carries it out.")
                .property(
                        "id",
                        "string",
                        "Four or more characters, by which messages and reports call it",
                        (plan, host) -> plan.id())
                .property("title", "string", "What it does, in a few words", (plan, host) -> plan.title())
                .property(
                        "plannedAt", "Date", "When the state it starts from was read", (plan, host) -> plan.plannedAt())
                .property(
                        "count", "number", "How many items it has, those that are left alone included", (plan, host) ->
                                (long) plan.items().size())
                .relation(
                        "items",
                        "PlanItem[]",
                        "An array of " + String.join(", ", PlanRows.KEYS),
                        (plan, host) -> rows(plan, host))
                .method(
                        "where",
                        "Plan",
                        "A plan of the items that match: a filter of their keys, or a function of the item.",
                        PLAN + ".where({verdict: 'go'})",
                        (plan, call) -> call.host().objects().plan(narrowed(plan, call, true)),
                        Argument.required("filter", "object | ((item: PlanItem) => boolean)", "which items")
                                .as(Wanted.FILTER))
                .method(
                        "without",
                        "Plan",
                        "A plan without the items that match.",
                        PLAN + ".without({name: 'thermo-0001'})",
                        (plan, call) -> call.host().objects().plan(narrowed(plan, call, false)),
                        Argument.required("filter", "object | ((item: PlanItem) => boolean)", "which items")
                                .as(Wanted.FILTER))
                .method(
                        "apply",
                        "Report",
                        "Asks, carries the plan out, reads back what happened, and reports every item.",
                        PLAN + ".apply()",
                        (plan, call) -> apply(plan, call),
                        Argument.options(
                                "options",
                                Argument.optional(
                                        "maxFailures",
                                        "number | string",
                                        "stop starting after this many failures, or a share such as '5%', which is the preset")))
                .hint("length", "count tells how many items it has")
                .hint(HostType.ANY_INDEX, "items is an array")
                .describedBy(plan -> "plan " + plan.id() + ": " + plan.title())
                .json((plan, call) -> json(plan));
    }

    private static List<Map<String, Object>> rows(Plan plan, Host host) {
        host.used(plan);
        return plan.items().stream().map(PlanRows::of).toList();
    }

    private static Map<String, Object> json(Plan plan) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", plan.id());
        json.put("title", plan.title());
        json.put("plannedAt", plan.plannedAt());
        json.put("items", plan.items().stream().map(PlanRows::of).toList());
        return json;
    }

    private static Plan narrowed(Plan plan, Call call, boolean keep) {
        call.host().used(plan);
        Predicate<PlanItem> test = test(call.value(0), call);
        return keep ? plan.where(test) : plan.without(test);
    }

    private static Predicate<PlanItem> test(Value filter, Call call) {
        Host host = call.host();
        if (filter.canExecute() && !ValueTest.isRegularExpression(filter)) {
            return item -> JsTruth.of(filter.execute(host.values().toGuest(PlanRows.of(item))));
        }
        if (!GuestValues.isPlainObject(filter)) {
            throw call.wrong(0, "an object such as {from: 'Line 1'}, or a function");
        }
        Map<String, ValueTest> tests = new LinkedHashMap<>();
        for (String key : filter.getMemberKeys()) {
            if (!PlanRows.KEYS.contains(key)) {
                throw new UserException(
                        "USAGE",
                        "items of a plan have no '" + key + "'" + Nearest.question(key, PlanRows.KEYS),
                        "keys: " + String.join(", ", PlanRows.KEYS));
            }
            tests.put(key, ValueTest.read(filter.getMember(key), host));
        }
        return item -> {
            Map<String, Object> row = PlanRows.of(item);
            return tests.entrySet().stream()
                    .allMatch(entry -> entry.getValue().test().test(row.get(entry.getKey())));
        };
    }

    private static Object apply(Plan plan, Call call) {
        Host host = call.host();
        ApplyOptions options = options(call);
        Clock clock = clock(plan, host);
        host.used(plan);
        host.beforeWrite();
        ApplyControl control = new ApplyControl();
        host.evaluation().applying(control);
        Report report;
        try {
            report = new Applier(
                            host.client().with(Cancellation.none()).with(Priority.BULK), host, Journal.none(), clock)
                    .apply(plan, options, host.io().applyListener(), control);
        } finally {
            host.evaluation().applied();
            host.directory().forget();
        }
        host.applied(report);
        if (control.isStopping()) {
            host.io().print(new Shown.ReportShown(report));
            host.evaluation().leave(host.objects().report(report));
            host.evaluation().cancellation().cancel();
        }
        return host.objects().report(report);
    }

    /** A change of our own since the plan was made ages it, so that its items are looked at again before they are sent. */
    private static Clock clock(Plan plan, Host host) {
        return host.hasWrittenSince(plan.plannedAt()) ? Clock.offset(Clock.systemUTC(), LONG_AGO) : Clock.systemUTC();
    }

    private static ApplyOptions options(Call call) {
        Options given = call.options(0);
        Value most = given.value("maxFailures");
        if (most == null) {
            return ApplyOptions.defaults();
        }
        if (most.isNumber()) {
            return ApplyOptions.defaults().withMaxFailures(most.asDouble());
        }
        String text = most.isString() ? most.asString() : "";
        if (!text.matches("\\d+(\\.\\d+)?%")) {
            throw given.wrong("maxFailures", "a number, or a share such as '5%'");
        }
        double share = Double.parseDouble(text.substring(0, text.length() - 1)) / 100;
        return ApplyOptions.defaults().withMaxFailures(share >= 1 ? Double.POSITIVE_INFINITY : share);
    }

    static HostType<Report> report() {
        HostType<Report> type = new HostType<Report>(
                        "Report", "What came of a plan: every item ended in exactly one way.")
                .property("id", "string", "The plan's id", (report, host) -> report.id());
        for (Outcome outcome : Outcome.values()) {
            String name = outcome.name().toLowerCase(Locale.ROOT);
            type.relation(
                    name,
                    "ReportItems",
                    "The items that ended as " + name,
                    (report, host) -> new HostObject<>(
                            host.registry().reportItemsType(), new ReportItems(report, report.results(outcome)), host));
        }
        return type.relation(
                        "counts",
                        "object",
                        "How many items ended in which way: {done, failed, …}; the numbers add up to the plan",
                        (report, host) -> counts(report))
                .describedBy(report -> "report " + report.id())
                .json((report, call) -> json(report));
    }

    private static Map<String, Object> counts(Report report) {
        Map<String, Object> counts = new LinkedHashMap<>();
        report.counts().forEach((outcome, count) -> counts.put(outcome.name().toLowerCase(Locale.ROOT), (long) count));
        return counts;
    }

    private static Map<String, Object> json(Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", report.id());
        json.put("counts", counts(report));
        json.put("items", report.all().stream().map(PlanRows::of).toList());
        return json;
    }

    static HostType<ReportItems> reportItems() {
        return new HostType<ReportItems>("ReportItems", "The items of a report that ended in one way.")
                .property("count", "number", "How many items", (items, host) ->
                        (long) items.results().size())
                .relation(
                        "items",
                        "object[]",
                        "An array with what happened to each: its name, id, outcome and reason",
                        (items, host) -> rows(items))
                .method(
                        "table",
                        "void",
                        "Prints the items as a table.",
                        PLAN + ".apply().done.table()",
                        (items, call) -> {
                            call.host().io().print(shown(items));
                            return GuestValues.UNDEFINED;
                        })
                .method(
                        "retry",
                        "Plan",
                        "A plan of those of them that failed or are unknown; each is looked at again before it is sent.",
                        PLAN + ".apply().failed.retry()",
                        (items, call) -> call.host().objects().plan(retry(items)))
                .hint("length", "count tells how many")
                .hint(HostType.ANY_INDEX, "items is an array")
                .describedBy(items -> items.results().size() + " items")
                .json((items, call) -> rows(items));
    }

    private static Plan retry(ReportItems items) {
        List<PlanItem> wanted = items.results().stream().map(ItemResult::item).toList();
        return items.report().retry().where(item -> wanted.stream()
                .anyMatch(one ->
                        one.target().equals(item.target()) && one.change().equals(item.change())));
    }

    private static List<Map<String, Object>> rows(ReportItems items) {
        return items.results().stream().map(PlanRows::of).toList();
    }

    static Shown.Listing shown(ReportItems items) {
        List<Shown.Item> rows = new ArrayList<>();
        rows(items).forEach(row -> rows.add(new MapItem(row)));
        List<String> columns = List.of("name", "id", "from", "action", "to", "outcome", "reason");
        return new Shown.Listing(new Shown.Noun("item", "items"), columns, columns, rows);
    }
}
