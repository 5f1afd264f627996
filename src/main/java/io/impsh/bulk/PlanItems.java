package io.impsh.bulk;

import io.impsh.model.EntityRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the items of a plan one by one. Facts that many of them share are kept once. */
final class PlanItems {
    private final List<PlanItem> items = new ArrayList<>();
    private final Map<Object, Object> shared = new HashMap<>();

    /** @throws BadRecord if it is no item, or not the next one */
    void add(JsonFields fields) {
        int number = fields.number("n");
        if (number != items.size()) {
            throw new BadRecord("it is item " + number + ", and item " + items.size() + " was to come");
        }
        Verdict.Kind verdict = EnumNames.parse(Verdict.Kind.class, "verdict", fields.text("verdict"));
        items.add(new PlanItem(
                ref(fields.object("target")),
                fields.textOrNull("name"),
                same(fields.textOrNull("account")),
                fields.optional("from", name -> same(ref(fields.object(name)))),
                same(fields.textOrNull("fromName")),
                same(change(fields.object("change"))),
                fields.number("phase"),
                same(new Verdict(verdict, fields.textOrNull("reason")))));
        fields.end();
    }

    List<PlanItem> items() {
        return items;
    }

    private static Change change(JsonFields fields) {
        Change change =
                switch (ChangeKind.of(fields.text("kind"))) {
                    case ASSIGN -> new Change.Assign(group(fields.object("to")));
                    case UNASSIGN ->
                        new Change.Unassign(fields.flag("unbondKey") ? UnbondKey.KEPT_BACK : UnbondKey.NONE);
                    case RESTART -> new Change.Restart(fields.flag("conditional"));
                    case RENAME -> new Change.Rename(fields.textOrNull("name"));
                    case FLAG -> new Change.Flag();
                    case UNFLAG -> new Change.Unflag();
                    case RETAG -> new Change.Retag(fields.texts("from"), fields.texts("to"));
                    case COPY ->
                        new Change.Copy(group(fields.object("to")), fields.flag("all"), fields.textOrNull("sha"));
                    case CREATE_WEBHOOK -> new Change.CreateWebhook(webhook(fields.object("facts")));
                    case UPDATE_WEBHOOK ->
                        new Change.UpdateWebhook(webhook(fields.object("from")), webhook(fields.object("to")));
                    case REMOVE -> new Change.Remove();
                };
        fields.end();
        return change;
    }

    private static GroupTarget group(JsonFields fields) {
        GroupTarget group = new GroupTarget(
                new EntityRef(fields.text("type"), fields.text("id")),
                fields.textOrNull("name"),
                fields.optional("product", name -> ref(fields.object(name))));
        fields.end();
        return group;
    }

    private static WebhookFacts webhook(JsonFields fields) {
        WebhookFacts facts = new WebhookFacts(
                fields.textOrNull("url"), fields.textOrNull("event"), fields.textOrNull("contentType"));
        fields.end();
        return facts;
    }

    static EntityRef ref(JsonFields fields) {
        EntityRef ref = new EntityRef(fields.text("type"), fields.text("id"));
        fields.end();
        return ref;
    }

    @SuppressWarnings("unchecked")
    private <T> T same(T value) {
        return value == null ? null : (T) shared.computeIfAbsent(value, each -> each);
    }
}
