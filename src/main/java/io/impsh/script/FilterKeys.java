package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The keys of filters, as what {@code where} takes does not stand in the registry key by key. */
final class FilterKeys {
    private static final Map<String, Argument> OF_BUILDS = Map.of(
            "zombie", Argument.optional("zombie", "boolean", "whether its group is gone"),
            "olderThanMinimum",
                    Argument.optional(
                            "olderThanMinimum", "boolean", "whether it is older than its group still supports"),
            "tag", Argument.optional("tag", "Deployment | string", "has the tag"),
            "groupKind", Argument.optional("groupKind", "string", "the kind of its group"));

    private FilterKeys() {}

    /** @param owner the type of the query, the collection or the plan */
    static List<Argument> of(String owner) {
        EntityKind<?> kind = HostTypes.kindIn(owner);
        if (kind != null) {
            return of(kind);
        }
        return "Plan".equals(owner)
                ? PlanRows.KEYS.stream()
                        .map(key -> Argument.optional(key, "string", "of the plan's item"))
                        .toList()
                : List.of();
    }

    private static List<Argument> of(EntityKind<?> kind) {
        List<Argument> keys = new ArrayList<>();
        for (EntityKind.Property<?> property : kind.properties()) {
            boolean isName = property.name().equals("name");
            boolean isTags = kind == EntityKinds.BUILD && property.name().equals("tags");
            keys.add(Argument.optional(
                    property.name(),
                    isName || isTags ? kind.typeName() + " | string" : property.type(),
                    property.text()));
        }
        kind.relations()
                .forEach(relation -> keys.add(Argument.optional(relation.name(), relation.type(), relation.text())));
        for (String key : kind.filterKeys()) {
            Argument known = OF_BUILDS.get(key);
            keys.add(known != null ? known : Argument.optional(key, "any", "a filter of its own"));
        }
        return keys;
    }
}
