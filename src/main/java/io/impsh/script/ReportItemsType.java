package io.impsh.script;

import io.impsh.bulk.ItemResult;
import io.impsh.bulk.Plan;
import io.impsh.bulk.PlanItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The script type of the items of a report that ended in one way. */
final class ReportItemsType {
    static final List<String> COLUMNS = List.of("name", "id", "from", "action", "to", "outcome", "reason");

    private ReportItemsType() {}

    static HostType<ReportItems> make() {
        return new HostType<ReportItems>("ReportItems", "The items of a report that ended in one way.")
                .property("count", "number", "How many items", (items, host) ->
                        (long) items.results().size())
                .relation(
                        "items",
                        "ReportItem[]",
                        "An array with what happened to each: its name, id, outcome and reason",
                        (items, host) -> rows(items))
                .method(
                        "table",
                        "void",
                        "Prints the items as a table.",
                        PlanType.EXAMPLE + ".apply().done.table()",
                        (items, call) -> {
                            call.host().io().print(shown(items));
                            return GuestValues.UNDEFINED;
                        })
                .method(
                        "retry",
                        "Plan",
                        "A plan of those of them that failed or are unknown; each is looked at again before it is sent.",
                        PlanType.EXAMPLE + ".apply().failed.retry()",
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
        return new Shown.Listing(new Shown.Noun("item", "items"), COLUMNS, COLUMNS, rows);
    }
}
