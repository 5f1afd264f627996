package io.impsh.bulk;

import io.impsh.model.DeviceGroup;
import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import java.util.HashMap;
import java.util.Map;

/** Names for the time of one plan: each id is looked up once. What has no known name goes by its id. */
final class PlanNames {
    private final GroupNames source;
    private final Map<String, String> groups = new HashMap<>();
    private final Map<String, String> accounts = new HashMap<>();

    PlanNames(GroupNames source) {
        this.source = source;
    }

    /** {@code null} without a group. */
    String group(EntityRef ref) {
        return ref == null ? null : groups.computeIfAbsent(ref.id(), this::askGroup);
    }

    void know(Entity groupOrProduct) {
        groups.put(groupOrProduct.id(), groupOrProduct.name());
    }

    String account(String id) {
        return accounts.computeIfAbsent(id, this::askAccount);
    }

    private String askGroup(String id) {
        DeviceGroup group = source.group(id);
        return group == null || group.name() == null ? id : group.name();
    }

    private String askAccount(String id) {
        String name = source.account(id);
        return name == null ? id : name;
    }
}
