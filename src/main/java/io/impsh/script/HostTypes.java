package io.impsh.script;

import java.util.Map;

/** How the types of the registry hang together by name. */
final class HostTypes {
    private static final Map<String, String> COLLECTIONS = Map.of(
            "product", "Products",
            "group", "DeviceGroups",
            "device", "Devices",
            "build", "Deployments",
            "webhook", "Webhooks",
            "login key", "LoginKeys",
            "library", "Libraries",
            "account", "Accounts");

    private HostTypes() {}

    /** {@code null} for a kind that has none: it is reached from elsewhere only. */
    static String collectionName(EntityKind<?> kind) {
        return COLLECTIONS.get(kind.singular());
    }

    static String queryName(EntityKind<?> kind) {
        return kind.typeName() + "Query";
    }

    /** What an element or a named member of a type is: {@code Product} of {@code Products}. */
    static String elementOf(String typeName) {
        if (typeName == null) {
            return null;
        }
        if (typeName.endsWith("[]")) {
            return typeName.substring(0, typeName.length() - 2);
        }
        return EntityKinds.ALL.stream()
                .filter(kind -> typeName.equals(collectionName(kind)))
                .map(EntityKind::typeName)
                .findFirst()
                .orElse(null);
    }

    /** The kind of what a query or collection of that type holds, or {@code null}. */
    static EntityKind<?> kindIn(String typeName) {
        return EntityKinds.ALL.stream()
                .filter(kind ->
                        queryName(kind).equals(typeName) || typeName != null && typeName.equals(collectionName(kind)))
                .findFirst()
                .orElse(null);
    }

    /** What {@code for..of} gives of a type, or {@code null}. */
    static String iterated(String typeName) {
        EntityKind<?> kind = kindIn(typeName);
        return kind != null ? kind.typeName() : elementOf(typeName);
    }

    /** The first of several types, such as {@code Device} of {@code Device | null}. */
    static String firstNamed(String types) {
        return types.split(" \\| ")[0].trim();
    }
}
