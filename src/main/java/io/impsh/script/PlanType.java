package io.impsh.script;

import io.impsh.bulk.Plan;
import io.impsh.bulk.PlanFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The script type of plans. */
final class PlanType {
    static final String EXAMPLE = "devices.where({group: 'Line 1'}).limit(3).assignTo('Line 2')";

    private PlanType() {}

    static HostType<MadePlan> make() {
        HostType<MadePlan> type = new HostType<>(
                "Plan", "What a verb on many would change, and nothing changed yet. apply() carries it out.");
        addProperties(type);
        addNarrowing(type);
        addUses(type);
        return type.hint("length", "count tells how many items it has")
                .hint(HostType.ANY_INDEX, "items is an array")
                .describedBy(
                        made -> "plan " + made.plan().id() + ": " + made.plan().title())
                .json((made, call) -> json(made.plan()));
    }

    private static void addProperties(HostType<MadePlan> type) {
        type.property(
                        "id",
                        "string",
                        "Four or more characters, by which messages and reports call it",
                        (made, host) -> made.plan().id())
                .property("title", "string", "What it does, in a few words", (made, host) -> made.plan()
                        .title())
                .property("plannedAt", "Date", "When the state it starts from was read", (made, host) -> made.plan()
                        .plannedAt())
                .property(
                        "count", "number", "How many items it has, those that are left alone included", (made, host) ->
                                (long) made.plan().items().size())
                .relation(
                        "items",
                        "PlanItem[]",
                        "An array of " + String.join(", ", PlanRows.KEYS),
                        (made, host) -> items(made.plan(), host));
    }

    private static void addNarrowing(HostType<MadePlan> type) {
        type.method(
                        "where",
                        "Plan",
                        "A plan of the items that match: a filter of their keys, or a function of the item.",
                        EXAMPLE + ".where({verdict: 'go'})",
                        (made, call) -> {
                            call.host().used(made.plan());
                            return call.host()
                                    .objects()
                                    .plan(made.narrowed(made.plan().where(PlanFilter.read(call))));
                        },
                        PlanFilter.ARGUMENT)
                .method(
                        "without",
                        "Plan",
                        "A plan without the items that match.",
                        EXAMPLE + ".without({name: 'thermo-0001'})",
                        (made, call) -> {
                            call.host().used(made.plan());
                            return call.host()
                                    .objects()
                                    .plan(made.narrowed(made.plan().without(PlanFilter.read(call))));
                        },
                        PlanFilter.ARGUMENT);
    }

    private static void addUses(HostType<MadePlan> type) {
        type.method(
                        "apply",
                        "Report",
                        "Asks, carries the plan out, reads back what happened, and reports every item.",
                        EXAMPLE + ".apply({waves: [1, '100%'], maxFailures: 0})",
                        (made, call) -> PlanRun.apply(made, call.options(0), call.host()),
                        ApplyArguments.OPTIONS)
                .method(
                        "save",
                        "Plan",
                        "Writes the plan to a file, from which plans.load() and impsh apply take it. Secrets are left out;"
                                + " a file that is there is replaced.",
                        EXAMPLE + ".save('plan.json').count",
                        (made, call) -> saved(made, call.string(0), call.host()),
                        Argument.required("file", "string", "where to write").as(Wanted.FILE));
    }

    private static Object saved(MadePlan made, String file, Host host) {
        String text = PlanFile.text(made.plan());
        ScriptFiles.replace(ScriptFiles.path(file), writer -> writer.write(text));
        host.used(made.plan());
        host.io()
                .notice("wrote " + file + ": plan " + made.plan().id() + ", "
                        + made.plan().title());
        // made anew it would be one that nobody has looked at
        return new HostObject<>(host.registry().planType(), made, host);
    }

    private static List<Map<String, Object>> items(Plan plan, Host host) {
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
}
