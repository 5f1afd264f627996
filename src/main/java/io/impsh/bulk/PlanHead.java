package io.impsh.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A plan as files tell it, but for the items. */
record PlanHead(
        String id,
        Home home,
        Instant plannedAt,
        String title,
        String nothing,
        Map<String, String> accountNames,
        Map<String, Integer> webhooks) {
    /** It becomes the name of a file. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{4,32}");

    /** @throws BadRecord if it is none */
    static PlanHead read(JsonFields fields) {
        PlanHead head = new PlanHead(
                fields.text("id"),
                new Home(fields.text("endpoint"), fields.text("account")),
                fields.time("plannedAt"),
                fields.text("title"),
                fields.text("nothing"),
                fields.map("accountNames", String.class, JsonNode::stringValue),
                fields.map("webhooks", Integer.class, JsonNode::intValue));
        if (!ID.matcher(head.id()).matches()) {
            throw new BadRecord("id '" + head.id() + "' is no id of a plan");
        }
        return head;
    }

    static void checkVersion(JsonFields fields) {
        int version = fields.number("version");
        if (version != PlanRecords.VERSION) {
            throw new BadRecord(
                    "it is of version " + version + ", and this program knows version " + PlanRecords.VERSION);
        }
    }

    /** It looks again before it sends anything. */
    Plan plan(List<PlanItem> items, DoubleSupplier requestsPerSecond) {
        PlanContext context = new PlanContext(home, accountNames, webhooks, requestsPerSecond);
        return new Plan(id, plannedAt, nothing, items, context, true);
    }
}
