package io.impsh.script;

import io.impsh.bulk.Change;
import io.impsh.bulk.ItemResult;
import io.impsh.bulk.PlanItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Items of plans and reports as plain objects, which is how scripts look at them. */
final class PlanRows {
    static final List<String> KEYS = List.of("name", "id", "from", "action", "to", "verdict", "reason");

    private PlanRows() {}

    static Map<String, Object> of(PlanItem item) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", item.targetName());
        row.put("id", item.target().id());
        row.put("from", item.fromName());
        row.put("action", action(item.change()));
        row.put("to", to(item.change()));
        row.put("verdict", item.verdict().kind().name().toLowerCase(Locale.ROOT));
        row.put("reason", item.verdict().reason());
        return row;
    }

    static Map<String, Object> of(ItemResult result) {
        Map<String, Object> row = of(result.item());
        row.remove("verdict");
        row.remove("reason");
        row.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        row.put("reason", result.reason());
        return row;
    }

    private static String action(Change change) {
        if (change instanceof Change.Restart restart) {
            return restart.conditional() ? "conditional restart" : "restart";
        }
        if (change instanceof Change.CreateWebhook) {
            return "create webhook";
        }
        return change instanceof Change.UpdateWebhook
                ? "update"
                : change.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private static String to(Change change) {
        if (change instanceof Change.Assign assign) {
            return assign.to().name();
        }
        if (change instanceof Change.Copy copy) {
            return copy.to().name();
        }
        if (change instanceof Change.Retag retag) {
            return String.join(", ", retag.to());
        }
        if (change instanceof Change.CreateWebhook create) {
            return create.facts().url();
        }
        if (change instanceof Change.UpdateWebhook update) {
            return update.to().url();
        }
        return change instanceof Change.Rename rename ? rename.name() : null;
    }
}
