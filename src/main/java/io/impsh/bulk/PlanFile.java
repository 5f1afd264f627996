package io.impsh.bulk;

import io.impsh.UserException;
import java.util.List;
import java.util.function.DoubleSupplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plans as text, which can be kept and loaded again: JSON with a version, an item on a line. Without secrets: an unbond
 * key has to be given again when it is applied. A plan that was loaded looks again before it sends anything.
 */
public final class PlanFile {
    private static final String KIND = "plan";

    private PlanFile() {}

    /** @throws UserException {@code DRY_PLAN} when it is about what a dry run has only imagined */
    public static String text(Plan plan) {
        Preconditions.isReal(plan);
        StringBuilder text = new StringBuilder();
        String head = Json.line(out -> {
            out.writeStringProperty("impsh", KIND);
            out.writeNumberProperty("version", PlanRecords.VERSION);
            PlanRecords.plan(out, plan);
        });
        text.append(head, 0, head.length() - 1).append(",\"items\":[");
        int number = 0;
        for (PlanItem item : plan.items()) {
            int n = number++;
            text.append(n == 0 ? "\n" : ",\n").append(Json.line(out -> PlanRecords.item(out, n, item)));
        }
        return text.append("\n]}\n").toString();
    }

    /**
     * @param source what messages call it, such as the file's name
     * @param requestsPerSecond the present limit
     * @throws io.impsh.UserException {@code BAD_PLAN} when it is no plan, cut off, or of a later version
     */
    public static Plan parse(String text, String source, DoubleSupplier requestsPerSecond) {
        try (JsonParser parser = Json.parser(text)) {
            return parse(parser, requestsPerSecond);
        } catch (BadRecord e) {
            throw bad(source, e.getMessage(), e);
        } catch (JacksonException e) {
            throw bad(source, "it is no JSON, or cut off: " + e.getOriginalMessage(), e);
        }
    }

    private static UserException bad(String source, String reason, Exception cause) {
        return new UserException(
                "BAD_PLAN", source + " is no plan: " + reason, "save the plan once more with plan.save(file)", cause);
    }

    /** The items are never held as a tree: there may be a hundred thousand. */
    private static Plan parse(JsonParser parser, DoubleSupplier requestsPerSecond) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BadRecord("it is no JSON object");
        }
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        PlanItems items = null;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                items = items(parser);
            } else {
                head.set(name, parser.<JsonNode>readValueAsTree());
            }
            if (name.equals("version")) {
                PlanHead.checkVersion(new JsonFields(head));
            }
        }
        if (parser.nextToken() != null) {
            throw new BadRecord("something stands after its end");
        }
        return plan(new JsonFields(head), items, requestsPerSecond);
    }

    private static PlanItems items(JsonParser parser) {
        PlanItems items = new PlanItems();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int number = items.items().size();
            try {
                items.add(new JsonFields(parser.readValueAsTree()));
            } catch (BadRecord e) {
                throw new BadRecord("item " + number + ": " + e.getMessage());
            }
        }
        return items;
    }

    private static Plan plan(JsonFields fields, PlanItems items, DoubleSupplier requestsPerSecond) {
        String kind = fields.textOrNull("impsh");
        if (!KIND.equals(kind)) {
            throw new BadRecord("it does not say \"impsh\": \"" + KIND + "\"");
        }
        PlanHead.checkVersion(fields);
        PlanHead head = PlanHead.read(fields);
        fields.end();
        if (items == null) {
            throw new BadRecord("it has no items");
        }
        return head.plan(List.copyOf(items.items()), requestsPerSecond);
    }
}
