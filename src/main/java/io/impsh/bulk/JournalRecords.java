package io.impsh.bulk;

import io.impsh.model.EntityRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** The lines of a journal between its first and its last one. */
final class JournalRecords {
    private JournalRecords() {}

    static void item(JsonGenerator out, int number, PlanItem item) {
        kind(out, RecordKind.ITEM);
        PlanRecords.item(out, number, item);
    }

    static void begin(JsonGenerator out, Instant at, Author author, ApplyOptions options) {
        kind(out, RecordKind.BEGIN);
        at(out, at);
        PlanRecords.author(out, author);
        out.writeName("options").writeStartObject();
        OptionRecords.write(out, options);
        out.writeEndObject();
    }

    /** @param since is told of what makes something new, which later is recognized by it */
    static void before(
            JsonGenerator out,
            int request,
            Instant at,
            Instant since,
            List<PlanItem> items,
            Map<PlanItem, Integer> numbers) {
        kind(out, RecordKind.BEFORE);
        out.writeNumberProperty("request", request);
        at(out, at);
        Change change = items.get(0).change();
        if (since != null && (change instanceof Change.Copy || change instanceof Change.CreateWebhook)) {
            out.writeStringProperty("since", since.toString());
        }
        out.writeStringProperty("verb", ChangeKind.of(change).word());
        out.writeName("items").writeStartArray();
        items.forEach(item -> out.writeNumber(numbers.get(item)));
        out.writeEndArray();
    }

    static void after(JsonGenerator out, int request, Instant at, String answer, EntityRef created) {
        kind(out, RecordKind.AFTER);
        out.writeNumberProperty("request", request);
        at(out, at);
        out.writeStringProperty("answer", answer);
        created(out, created);
    }

    static void settled(JsonGenerator out, Instant at, List<ItemResult> results, Map<PlanItem, Integer> numbers) {
        kind(out, RecordKind.SETTLED);
        at(out, at);
        out.writeName("items").writeStartArray();
        for (ItemResult result : results) {
            object(out, each -> {
                each.writeNumberProperty("n", numbers.get(result.item()));
                each.writeStringProperty("outcome", EnumNames.of(result.outcome()));
                PlanRecords.text(each, "reason", result.reason());
                created(each, result.created());
            });
        }
        out.writeEndArray();
    }

    private static void object(JsonGenerator out, Consumer<JsonGenerator> content) {
        out.writeStartObject();
        content.accept(out);
        out.writeEndObject();
    }

    private static void kind(JsonGenerator out, RecordKind kind) {
        out.writeStringProperty("record", EnumNames.of(kind));
    }

    private static void at(JsonGenerator out, Instant at) {
        out.writeStringProperty("at", at.toString());
    }

    private static void created(JsonGenerator out, EntityRef created) {
        if (created != null) {
            PlanRecords.ref(out, "created", created);
        }
    }
}
