package io.impsh.bulk;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * The line with which a run ends in order.
 *
 * @param complete whether every item has its outcome
 * @param stopped why it ended before, or {@code null}
 * @param counts items per outcome
 */
record JournalEnd(Instant at, boolean complete, String stopped, Map<Outcome, Integer> counts) {
    private static final String COMPLETE = "complete";
    private static final String STOPPED = "stopped";

    static JournalEnd of(Report report, Instant at) {
        boolean complete = report.all().stream().noneMatch(ItemResult::isLeftOver);
        return new JournalEnd(at, complete, report.stopped(), report.counts());
    }

    void write(JsonGenerator out) {
        out.writeStringProperty("record", EnumNames.of(RecordKind.END));
        out.writeStringProperty("at", at.toString());
        out.writeStringProperty("status", complete ? COMPLETE : STOPPED);
        PlanRecords.text(out, "stopped", stopped);
        out.writeName("counts").writeStartObject();
        counts.forEach((outcome, count) -> out.writeNumberProperty(EnumNames.of(outcome), count));
        out.writeEndObject();
    }

    /** @throws BadRecord if it is none */
    static JournalEnd read(JsonFields fields) {
        String status = fields.text("status");
        if (!status.equals(COMPLETE) && !status.equals(STOPPED)) {
            throw new BadRecord("unknown status '" + status + "'");
        }
        JsonFields counted = fields.object("counts");
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, counted.number(EnumNames.of(outcome)));
        }
        counted.end();
        JournalEnd end =
                new JournalEnd(fields.time("at"), status.equals(COMPLETE), fields.textOrNull("stopped"), counts);
        fields.end();
        return end;
    }
}
