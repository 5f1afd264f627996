package io.impsh.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The script API in TypeScript's words, so that an editor completes and checks scripts. Made from the registry; the few
 * types that it only names are in {@code declarations.d.ts} beside this class. It needs nothing but the language's own
 * library, and no part of a browser's.
 */
public final class TypeDeclarations {
    private final Registry registry;

    TypeDeclarations(Registry registry) {
        this.registry = registry;
    }

    /** All of them; ends in a line feed. */
    public static String text() {
        return new TypeDeclarations(new Registry()).all();
    }

    private String all() {
        List<String> parts = new ArrayList<>();
        parts.add(byHand());
        parts.add(anyQuery());
        parts.addAll(globals());
        EntityKinds.ALL.forEach(kind -> parts.add(FilterDeclaration.of(kind)));
        registry.types().stream().filter(type -> !isGlobals(type)).forEach(type -> parts.add(type(type)));
        return String.join("\n", parts);
    }

    private boolean isGlobals(HostType<?> type) {
        return type == registry.globals();
    }

    private static String byHand() {
        try (InputStream resource = TypeDeclarations.class.getResourceAsStream("declarations.d.ts")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String anyQuery() {
        return DocComment.of("", "A selection of anything.") + "type Query =\n  | "
                + EntityKinds.ALL.stream().map(HostTypes::queryName).collect(Collectors.joining("\n  | ")) + ";\n";
    }

    private List<String> globals() {
        return registry.globals().docs().stream()
                .map(member -> MemberDeclaration.ofGlobal(member, typeOfGlobal(member)))
                .toList();
    }

    /** Of some a name is a member. */
    private String typeOfGlobal(MemberDoc member) {
        HostType<?> type = registry.type(member.returns());
        return type == null || type.fallback() == null
                ? TypeWords.of(member.returns())
                : member.returns() + " & ByName<" + HostTypes.elementOf(member.returns()) + ">";
    }

    /** One type of the registry. */
    String type(HostType<?> type) {
        StringBuilder text = new StringBuilder(DocComment.of("", type.text()));
        text.append("interface ")
                .append(type.name())
                .append(" extends ")
                .append(String.join(", ", parents(type)))
                .append(" {\n");
        type.docs().stream()
                .filter(member -> !isInherited(member, type))
                .forEach(member -> text.append(MemberDeclaration.of(member, type.writer(member.name()) != null)));
        if (type.json() != null && !isCollection(type)) {
            text.append(DocComment.of("  ", "What JSON.stringify() makes of it."))
                    .append("  toJSON(): any;\n");
        }
        return text.append("}\n").toString();
    }

    private static List<String> parents(HostType<?> type) {
        EntityKind<?> kind = HostTypes.kindIn(type.name());
        if (kind == null) {
            return List.of("ApiObject");
        }
        return isCollection(type)
                ? List.of(HostTypes.queryName(kind))
                : List.of("ApiObject", "Iterable<" + kind.typeName() + ">");
    }

    private static boolean isCollection(HostType<?> type) {
        EntityKind<?> kind = HostTypes.kindIn(type.name());
        return kind != null && type.name().equals(HostTypes.collectionName(kind));
    }

    /** A collection can do all that its selections can. */
    private boolean isInherited(MemberDoc member, HostType<?> type) {
        return isCollection(type)
                && registry.queryType(HostTypes.kindIn(type.name())).member(member.name()) != null;
    }
}
