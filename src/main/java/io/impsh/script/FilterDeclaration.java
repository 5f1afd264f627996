package io.impsh.script;

import java.util.List;

/** What {@code where} takes of one kind of entity, and the keys by which such entities are sorted and shown. */
final class FilterDeclaration {
    private FilterDeclaration() {}

    static String filterName(EntityKind<?> kind) {
        return kind.typeName() + "Filter";
    }

    static String keyName(EntityKind<?> kind) {
        return kind.typeName() + "Key";
    }

    static String of(EntityKind<?> kind) {
        StringBuilder text = new StringBuilder(
                DocComment.of("", "What " + kind.plural() + " are sorted and grouped by, and what is shown of them."));
        List<String> keys = kind.keys().stream().map(key -> '"' + key + '"').toList();
        text.append("type ").append(keyName(kind)).append(" =\n  | ");
        text.append(String.join("\n  | ", keys)).append(";\n\n");
        text.append(DocComment.of("", "Which " + kind.plural() + " are meant: every key that is given must match."));
        text.append("interface ").append(filterName(kind)).append(" {\n");
        kind.properties().forEach(property -> key(text, property.name(), test(property), property.text()));
        kind.relations().forEach(relation -> key(text, relation.name(), test(relation), relation.text()));
        kind.filterKeys().forEach(key -> key(text, key, BuildCriteria.typeOf(key), BuildCriteria.textOf(key)));
        return text.append("}\n").toString();
    }

    private static void key(StringBuilder text, String name, String type, String what) {
        text.append(DocComment.of("  ", what))
                .append("  ")
                .append(name)
                .append("?: ")
                .append(type)
                .append(";\n");
    }

    private static String test(EntityKind.Property<?> property) {
        return property.name().equals(BuildCriteria.TAGS)
                ? BuildCriteria.typeOf(BuildCriteria.TAGS)
                : "FactTest<" + withoutNull(TypeWords.of(property.type())) + ">";
    }

    private static String test(EntityKind.Relation<?> relation) {
        return "RelationTest<" + withoutNull(relation.type()) + ">";
    }

    private static String withoutNull(String type) {
        return type.replace(" | null", "");
    }
}
