package io.impsh.bulk;

import io.impsh.model.EntityRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** All that a journal tells, gathered line by line. What a line says wrongly is a {@link BadRecord}. */
final class JournalContent {
    private JournalHead head;
    private PlanItems reading = new PlanItems();
    private List<PlanItem> items;
    private ApplyOptions options;
    private final Map<Integer, Request> requests = new HashMap<>();
    private Request[] last;
    private Settled[] settled;
    private final Map<Settled, Settled> shared = new HashMap<>();
    private int lastRequest;
    private JournalEnd end;

    /** What an item came to. */
    record Settled(Outcome outcome, String reason, EntityRef created) {}

    /** A request, of which the answer may be missing. */
    static final class Request {
        final Instant at;
        /** The earliest that the service's clock can have shown when its items were sent first, or {@code null}. */
        Instant since;

        String answer;
        EntityRef created;
        /** Whether an earlier request about one of its items may have been carried out. */
        boolean wasSentBefore;

        Request(Instant at) {
            this.at = at;
        }

        /** Neither this one nor one before it. */
        boolean isSurelyNotSent() {
            return answer != null
                    && !wasSentBefore
                    && (answer.equals(Answer.NotSent.TOLD)
                            || answer.startsWith(Answer.Unanswered.TOLD_NOT_CARRIED_OUT));
        }

        /** @param other {@code null} if that is not known */
        Request thatMade(EntityRef other) {
            Request same = new Request(at);
            same.since = since;
            same.answer = answer;
            same.wasSentBefore = wasSentBefore;
            same.created = other == null ? created : other;
            return same;
        }
    }

    void add(JsonFields fields) {
        if (head == null) {
            head = JournalHead.read(fields);
            return;
        }
        switch (RecordKind.of(fields)) {
            case PLAN -> throw new BadRecord("a second record 'plan'");
            case ITEM -> item(fields);
            case BEGIN -> begin(fields);
            case BEFORE -> before(fields);
            case AFTER -> after(fields);
            case SETTLED -> settled(fields);
            case END -> end = JournalEnd.read(fields);
        }
    }

    private void item(JsonFields fields) {
        if (items != null) {
            throw new BadRecord("an item after the beginning");
        }
        reading.add(fields);
    }

    private void begin(JsonFields fields) {
        if (items == null) {
            items = List.copyOf(reading.items());
            reading = null;
            if (items.size() != head.items()) {
                throw new BadRecord(items.size() + " items of " + head.items());
            }
            last = new Request[items.size()];
            settled = new Settled[items.size()];
        }
        fields.time("at");
        fields.text("who");
        fields.textOrNull("profile");
        fields.text("program");
        options = OptionRecords.read(fields.object("options"));
        fields.end();
        end = null;
    }

    private void before(JsonFields fields) {
        mustHaveBegun();
        int number = fields.number("request");
        Request request = new Request(fields.time("at"));
        request.since = fields.optional("since", fields::time);
        fields.text("verb");
        for (JsonNode node : fields.list("items")) {
            int item = number(node);
            keepFirst(last[item], request);
            request.wasSentBefore |= last[item] != null && !last[item].isSurelyNotSent();
            last[item] = request;
            settled[item] = null;
        }
        fields.end();
        requests.put(number, request);
        lastRequest = Math.max(lastRequest, number);
    }

    private static void keepFirst(Request earlier, Request request) {
        if (earlier != null
                && earlier.since != null
                && request.since != null
                && earlier.since.isBefore(request.since)) {
            request.since = earlier.since;
        }
    }

    private void after(JsonFields fields) {
        mustHaveBegun();
        int number = fields.number("request");
        Request request = requests.remove(number);
        if (request == null) {
            throw new BadRecord("request " + number + " was never begun, or answered twice");
        }
        fields.time("at");
        request.answer = fields.text("answer");
        request.created = created(fields);
        fields.end();
    }

    private void settled(JsonFields fields) {
        mustHaveBegun();
        fields.time("at");
        for (JsonNode each : fields.list("items")) {
            JsonFields item = new JsonFields(each);
            int number = item.number("n");
            if (number >= items.size()) {
                throw new BadRecord("there is no item " + number);
            }
            Settled result = new Settled(
                    EnumNames.parse(Outcome.class, "outcome", item.text("outcome")),
                    item.textOrNull("reason"),
                    created(item));
            settled[number] = shared.computeIfAbsent(result, same -> same);
            item.end();
        }
        fields.end();
    }

    private static EntityRef created(JsonFields fields) {
        return fields.optional("created", name -> PlanItems.ref(fields.object(name)));
    }

    private int number(JsonNode item) {
        if (!item.isInt() || item.intValue() < 0 || item.intValue() >= items.size()) {
            throw new BadRecord("there is no item " + item);
        }
        return item.intValue();
    }

    private void mustHaveBegun() {
        if (items == null) {
            throw new BadRecord("no record 'begin' before it");
        }
    }

    /** Whether anything can have been sent. */
    boolean hasBegun() {
        return items != null;
    }

    JournalHead head() {
        return head;
    }

    /** Without secrets; it looks again before it sends anything. */
    Plan plan() {
        return head.plan().plan(items, head::requestsPerSecond);
    }

    /** Of the last run. */
    ApplyOptions options() {
        return options;
    }

    /** The highest number that a request has. */
    int lastRequest() {
        return lastRequest;
    }

    /** Of the last run; {@code null} if it did not end in order. */
    JournalEnd end() {
        return end;
    }

    /** What item number {@code n} came to, or {@code null}. */
    Settled settled(int n) {
        return settled[n];
    }

    /** The last request about item number {@code n}, or {@code null}. */
    Request request(int n) {
        return last[n];
    }
}
