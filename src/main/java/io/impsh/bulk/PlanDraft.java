package io.impsh.bulk;

import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import io.impsh.model.Webhook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the items of a plan and the names that they need. */
final class PlanDraft {
    private final PlanNames names;
    private final List<PlanItem> items = new ArrayList<>();
    private final Map<String, Integer> webhooks = new HashMap<>();

    PlanDraft(GroupNames source) {
        names = new PlanNames(source);
    }

    void add(Device device, Change change, int phase, Verdict verdict) {
        add(device, device.group(), change, phase, verdict);
    }

    void add(DeviceGroup group, Change change, int phase, Verdict verdict) {
        add(group, null, change, phase, verdict);
    }

    void remove(Entity groupOrProduct, int phase, Verdict verdict) {
        add(groupOrProduct, null, new Change.Remove(), phase, verdict);
    }

    /** A group that goes because its product does, which must not go before it. */
    void removeWith(Product product, DeviceGroup group, int phase, Verdict verdict) {
        names.know(product);
        add(group, product.ref(), new Change.Remove(), phase, verdict);
    }

    /** People tell webhooks by their address. */
    void add(Webhook webhook, Change change, Verdict verdict) {
        String owner = webhook.owner() == null ? null : webhook.owner().id();
        EntityRef group = webhook.group();
        items.add(new PlanItem(webhook.ref(), webhook.url(), owner, group, names.group(group), change, 0, verdict));
    }

    void add(Build build, Change change, int phase, Verdict verdict) {
        EntityRef group = build.group();
        items.add(new PlanItem(
                build.ref(), build.label(), build.account(), group, names.group(group), change, phase, verdict));
    }

    /** A webhook disappears together with that group. */
    void goesWith(EntityRef group) {
        webhooks.merge(group.id(), 1, Integer::sum);
    }

    Map<String, Integer> webhooks() {
        return webhooks;
    }

    private void add(Entity target, EntityRef from, Change change, int phase, Verdict verdict) {
        String owner = target.owner() == null ? null : target.owner().id();
        items.add(new PlanItem(target.ref(), target.name(), owner, from, names.group(from), change, phase, verdict));
    }

    void know(DeviceGroup group) {
        names.know(group);
    }

    String groupName(EntityRef group) {
        return names.group(group);
    }

    Map<String, String> accountNames(String own) {
        Map<String, String> foreign = new LinkedHashMap<>();
        for (PlanItem item : items) {
            if (item.account() != null && !item.account().equals(own)) {
                foreign.put(item.account(), names.account(item.account()));
            }
        }
        return foreign;
    }

    List<PlanItem> items() {
        return items;
    }
}
