package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What help tells about the keys of {@code where}: the type of each, and who filters by it. */
final class FilterHelp {
    private static final String ASKED = "asked of the service";
    private static final String SIFTED = "sifted here";

    private static final Map<String, String> OF_BUILDS = Map.of(
            "tags", "string or array, all of which must be there; " + ASKED,
            "tag", "any tag that matches; a plain one is " + ASKED,
            "olderThanMinimum", "boolean, older than its group's minimum supported build; " + SIFTED);

    private FilterHelp() {}

    /** The sections for the page of a {@code where} of entities; none for another member. */
    static List<HelpPage.Section> sections(MemberDoc doc) {
        return doc.name().equals("where")
                ? kind(doc.owner()).map(FilterHelp::sections).orElse(List.of())
                : List.of();
    }

    private static Optional<EntityKind<?>> kind(String owner) {
        return EntityKinds.ALL.stream()
                .filter(kind -> owner.equals(HostTypes.collectionName(kind)) || owner.equals(HostTypes.queryName(kind)))
                .findFirst();
    }

    private static List<HelpPage.Section> sections(EntityKind<?> kind) {
        List<HelpPage.Entry> keys = new ArrayList<>();
        for (String key : kind.whereKeys()) {
            keys.add(new HelpPage.Entry(key, text(kind, key)));
        }
        return List.of(new HelpPage.Section("Keys", keys));
    }

    private static String text(EntityKind<?> kind, String key) {
        if (kind == EntityKinds.BUILD && BuildCriteria.KEYS.contains(key)) {
            return OF_BUILDS.get(key);
        }
        return type(kind, key) + "; " + (kind.serverFilters().containsKey(key) ? ASKED : SIFTED);
    }

    private static String type(EntityKind<?> kind, String key) {
        EntityKind.Property<?> property = kind.property(key);
        String type = property != null ? property.type() : kind.relation(key).type() + " or its name";
        return type.contains(" | null") ? type.replace(" | null", "") + ", or null for unset" : type;
    }
}
