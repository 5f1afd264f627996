package io.impsh.bulk;

import java.time.Instant;
import tools.jackson.core.JsonGenerator;

/**
 * The first line of a journal.
 *
 * @param id of the journal
 * @param at when the plan was applied first
 * @param requestsPerSecond the limit at that time
 * @param items how many lines with items follow
 */
record JournalHead(String id, PlanHead plan, Author author, Instant at, double requestsPerSecond, int items) {
    static void write(JsonGenerator out, String id, Plan plan, Author author, Instant at) {
        out.writeStringProperty("record", EnumNames.of(RecordKind.PLAN));
        out.writeNumberProperty("version", PlanRecords.VERSION);
        out.writeStringProperty("journal", id);
        out.writeStringProperty("at", at.toString());
        PlanRecords.author(out, author);
        PlanRecords.plan(out, plan);
        out.writeNumberProperty(
                "requestsPerSecond", plan.context().requestsPerSecond().getAsDouble());
        out.writeNumberProperty("items", plan.items().size());
    }

    /** @throws BadRecord if it is none, or of a later version */
    static JournalHead read(JsonFields fields) {
        if (RecordKind.of(fields) != RecordKind.PLAN) {
            throw new BadRecord("a journal begins with the record 'plan'");
        }
        PlanHead.checkVersion(fields);
        JournalHead head = new JournalHead(
                fields.text("journal"),
                PlanHead.read(fields),
                new Author(fields.text("who"), fields.textOrNull("profile"), fields.text("program")),
                fields.time("at"),
                fields.decimal("requestsPerSecond"),
                fields.number("items"));
        fields.end();
        return head;
    }
}
