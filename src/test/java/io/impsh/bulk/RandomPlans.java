package io.impsh.bulk;

import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import io.impsh.model.Webhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Plans of all kinds of change, with everything in them that can be. Not all could be carried out. */
final class RandomPlans {
    private static final List<DeviceGroup> GROUPS =
            List.of(Fleet.LINE_1, Fleet.LINE_2, Fleet.LINE_3, Fleet.FIELD, Fleet.FIELD_B);
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "thermo-0001",
            "Größe 7",
            "a \"quoted\" one",
            "two\nlines",
            "\t\u0000\u001b[31m",
            "日本",
            "😀",
            "\ud83d",
            "\ude00x",
            "\u2028",
            "</script>");
    private static final List<String> TYPES =
            List.of(Device.TYPE, Deployment.TYPE, Product.TYPE, Webhook.TYPE, "production_devicegroup", "later_type");

    private final Random random;

    RandomPlans(Random random) {
        this.random = random;
    }

    Plan plan(int most) {
        List<PlanItem> items = new ArrayList<>();
        int size = random.nextInt(most + 1);
        for (int i = 0; i < size; i++) {
            items.add(item());
        }
        return new Plan(
                Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                "move no devices",
                items,
                new PlanContext(
                        new Home("https://api.example.com/v5", "me"),
                        Map.of("partner-id", text()),
                        Map.of("Line 1", random.nextInt(9)),
                        () -> 40));
    }

    private PlanItem item() {
        return new PlanItem(
                new EntityRef(pick(TYPES), "id-" + random.nextInt(50)),
                orNull(text()),
                orNull(pick(List.of("me", "partner-id"))),
                orNull(pick(GROUPS).ref()),
                orNull(text()),
                change(),
                random.nextInt(5),
                verdict());
    }

    private Verdict verdict() {
        Verdict.Kind kind = pick(List.of(Verdict.Kind.values()));
        return kind == Verdict.Kind.GO ? Verdict.GO : new Verdict(kind, text());
    }

    Change change() {
        return switch (random.nextInt(11)) {
            case 0 -> new Change.Assign(group());
            case 1 -> new Change.Unassign(random.nextBoolean() ? UnbondKey.NONE : UnbondKey.KEPT_BACK);
            case 2 -> new Change.Restart(random.nextBoolean());
            case 3 -> new Change.Rename(orNull(text()));
            case 4 -> new Change.Flag();
            case 5 -> new Change.Unflag();
            case 6 -> new Change.Retag(texts(), texts());
            case 7 -> new Change.Copy(group(), random.nextBoolean(), orNull(text()));
            case 8 -> new Change.CreateWebhook(webhook());
            case 9 -> new Change.UpdateWebhook(webhook(), webhook());
            default -> new Change.Remove();
        };
    }

    private GroupTarget group() {
        DeviceGroup group = pick(GROUPS);
        return new GroupTarget(group.ref(), text(), orNull(group.product()));
    }

    private WebhookFacts webhook() {
        return new WebhookFacts(
                "https://x.example/" + text(), pick(Webhook.EVENTS), pick(List.of(Webhook.JSON, Webhook.FORM)));
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            texts.add(text());
        }
        return texts;
    }

    private String text() {
        return pick(TEXTS);
    }

    private <T> T orNull(T value) {
        return random.nextInt(6) == 0 ? null : value;
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
