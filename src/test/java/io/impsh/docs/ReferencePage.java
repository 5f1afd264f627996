package io.impsh.docs;

import io.impsh.script.Argument;
import io.impsh.script.MemberDoc;
import io.impsh.script.Registry;
import java.util.List;
import java.util.Optional;

/** The page that lists every member of the script API, made from the registry. */
final class ReferencePage {
    private static final String INTRODUCTION = """
            # Reference of the script API

            This page is generated from the registry that also serves `help()`, Tab and argument errors; a test compares
            them. `help(devices.where)` shows the same at the prompt. The rules behind it are in
            [scripting.md](scripting.md).

            Names in square brackets may be left out. A type with `| null` may be unset. The members of `Globals` are the
            names that every script knows.
            """;
    private static final String QUERY = "Query";

    private final Registry registry = new Registry();
    private final StringBuilder page = new StringBuilder(INTRODUCTION);

    private ReferencePage() {}

    static String text() {
        ReferencePage reference = new ReferencePage();
        reference.registry.typeNames().forEach(reference::type);
        return reference.page.toString();
    }

    private void type(String name) {
        page.append("\n## ").append(name).append('\n');
        List<MemberDoc> members = registry.members(name);
        Optional<String> query = queryWithin(name, members);
        query.ifPresent(inner -> page.append("\nAll that ").append(inner).append(" has, and:\n"));
        List<MemberDoc> own = members.stream()
                .filter(member -> query.isEmpty() || !has(query.get(), member))
                .toList();
        properties(own);
        own.stream().filter(member -> member.kind() == MemberDoc.Kind.METHOD).forEach(this::method);
    }

    /** The type of a collection's selections, when the collection can do all that they can. */
    private Optional<String> queryWithin(String name, List<MemberDoc> members) {
        return registry.typeNames().stream()
                .filter(other -> other.endsWith(QUERY) && !other.equals(name))
                .filter(other -> registry.members(other).stream()
                        .allMatch(inner -> members.stream().anyMatch(member -> isSame(inner, member))))
                .findFirst();
    }

    private boolean has(String type, MemberDoc member) {
        return registry.members(type).stream().anyMatch(other -> isSame(other, member));
    }

    private static boolean isSame(MemberDoc one, MemberDoc other) {
        return one.name().equals(other.name())
                && one.text().equals(other.text())
                && one.arguments().equals(other.arguments());
    }

    private void properties(List<MemberDoc> members) {
        List<MemberDoc> properties = members.stream()
                .filter(member -> member.kind() != MemberDoc.Kind.METHOD)
                .toList();
        if (properties.isEmpty()) {
            return;
        }
        page.append('\n');
        properties.forEach(property -> item(property.name(), property.returns(), property.text()));
    }

    private void method(MemberDoc method) {
        page.append("\n### ").append(method.synopsis()).append(": ").append(method.returns());
        page.append("\n\n").append(method.text()).append("\n\n");
        for (Argument argument : method.arguments()) {
            List<Argument> keys = argument.options();
            if (keys.isEmpty()) {
                item(argument.name(), argument.type(), argument.text());
            } else {
                keys.forEach(key ->
                        item("{" + key.name() + "}", key.type() + (key.optional() ? ", optional" : ""), key.text()));
            }
        }
        page.append(method.arguments().isEmpty() ? "" : "\n");
        page.append("Example: `").append(method.example()).append("`\n");
    }

    private void item(String name, String type, String text) {
        page.append("- `")
                .append(name)
                .append("` (")
                .append(type)
                .append("): ")
                .append(text)
                .append('\n');
    }
}
