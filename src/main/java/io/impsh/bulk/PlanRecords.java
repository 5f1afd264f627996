package io.impsh.bulk;

import io.impsh.model.EntityRef;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes plans and their items as JSON. What is {@code null} is left out, and the unbond key always. */
final class PlanRecords {
    /** Of plan files and of journals. */
    static final int VERSION = 1;

    private PlanRecords() {}

    /** All but the items. */
    static void plan(JsonGenerator out, Plan plan) {
        out.writeStringProperty("id", plan.id());
        out.writeStringProperty("endpoint", plan.home().endpoint());
        out.writeStringProperty("account", plan.home().account());
        out.writeStringProperty("plannedAt", plan.plannedAt().toString());
        out.writeStringProperty("title", plan.title());
        out.writeStringProperty("nothing", plan.nothing());
        out.writeName("accountNames").writeStartObject();
        plan.context().accountNames().forEach(out::writeStringProperty);
        out.writeEndObject();
        out.writeName("webhooks").writeStartObject();
        plan.context().webhooks().forEach(out::writeNumberProperty);
        out.writeEndObject();
    }

    static void author(JsonGenerator out, Author author) {
        out.writeStringProperty("who", author.who());
        text(out, "profile", author.profile());
        out.writeStringProperty("program", author.program());
    }

    /** @param number its place in the plan */
    static void item(JsonGenerator out, int number, PlanItem item) {
        out.writeNumberProperty("n", number);
        ref(out, "target", item.target());
        text(out, "name", item.targetName());
        text(out, "account", item.account());
        if (item.from() != null) {
            ref(out, "from", item.from());
        }
        text(out, "fromName", item.fromName());
        out.writeName("change").writeStartObject();
        change(out, item.change());
        out.writeEndObject();
        out.writeNumberProperty("phase", item.phase());
        out.writeStringProperty("verdict", EnumNames.of(item.verdict().kind()));
        text(out, "reason", item.verdict().reason());
    }

    static void ref(JsonGenerator out, String name, EntityRef ref) {
        out.writeName(name).writeStartObject();
        out.writeStringProperty("type", ref.type());
        out.writeStringProperty("id", ref.id());
        out.writeEndObject();
    }

    static void text(JsonGenerator out, String name, String value) {
        if (value != null) {
            out.writeStringProperty(name, value);
        }
    }

    static void texts(JsonGenerator out, String name, List<String> values) {
        out.writeName(name).writeStartArray();
        values.forEach(out::writeString);
        out.writeEndArray();
    }

    private static void change(JsonGenerator out, Change change) {
        out.writeStringProperty("kind", ChangeKind.of(change).word());
        if (change instanceof Change.Assign assign) {
            group(out, assign.to());
        } else if (change instanceof Change.Unassign unassign) {
            out.writeBooleanProperty("unbondKey", unassign.unbondKey().isWanted());
        } else if (change instanceof Change.Restart restart) {
            out.writeBooleanProperty("conditional", restart.conditional());
        } else if (change instanceof Change.Rename rename) {
            text(out, "name", rename.name());
        } else if (change instanceof Change.Retag retag) {
            texts(out, "from", retag.from());
            texts(out, "to", retag.to());
        } else if (change instanceof Change.Copy copy) {
            group(out, copy.to());
            out.writeBooleanProperty("all", copy.all());
            text(out, "sha", copy.sha());
        } else if (change instanceof Change.CreateWebhook webhook) {
            webhook(out, "facts", webhook.facts());
        } else if (change instanceof Change.UpdateWebhook webhook) {
            webhook(out, "from", webhook.from());
            webhook(out, "to", webhook.to());
        }
    }

    private static void group(JsonGenerator out, GroupTarget group) {
        out.writeName("to").writeStartObject();
        out.writeStringProperty("type", group.ref().type());
        out.writeStringProperty("id", group.id());
        text(out, "name", group.name());
        if (group.product() != null) {
            ref(out, "product", group.product());
        }
        out.writeEndObject();
    }

    private static void webhook(JsonGenerator out, String name, WebhookFacts facts) {
        out.writeName(name).writeStartObject();
        text(out, "url", facts.url());
        text(out, "event", facts.event());
        text(out, "contentType", facts.contentType());
        out.writeEndObject();
    }
}
