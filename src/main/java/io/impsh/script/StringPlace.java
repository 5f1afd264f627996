package io.impsh.script;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells what the text of a string literal names, from where it stands. */
final class StringPlace {
    private final Registry registry;
    private final Variables variables;

    StringPlace(Registry registry, Variables variables) {
        this.registry = registry;
        this.variables = variables;
    }

    /** {@code product}, {@code group}, {@code device}, {@code account}, {@code script}, or {@code null}. */
    String kindOf(List<Token> code, int string) {
        if (string == 0) {
            return null;
        }
        Token before = code.get(string - 1);
        if (before.isPunctuator(",") || before.isPunctuator("[")) {
            int open = openingBracket(code, string - 1);
            if (open > 1 && code.get(open - 1).isPunctuator(":")) {
                return keyKind(code.get(open - 2).text());
            }
        }
        if (before.isPunctuator("[")) {
            return elementKind(new ChainTypes(registry, variables).typeBefore(code, string - 1));
        }
        if (before.isPunctuator(":")) {
            return string > 1 ? keyKind(code.get(string - 2).text()) : null;
        }
        if (before.isPunctuator("(") && string > 1) {
            return argumentKind(code, string - 2);
        }
        return null;
    }

    /** The square bracket of the list of strings that ends at the token, or -1. */
    private static int openingBracket(List<Token> code, int last) {
        int at = last;
        while (at >= 0 && (code.get(at).isPunctuator(",") || code.get(at).kind() == Token.Kind.STRING)) {
            at--;
        }
        return at >= 0 && code.get(at).isPunctuator("[") ? at : -1;
    }

    private static String elementKind(String typeName) {
        return kindOfType(HostTypes.elementOf(typeName));
    }

    /** By what the registry says of a key of that name, wherever it is one: a relation or an option. */
    private String keyKind(String key) {
        if (key.equals("tag") || key.equals("tags")) {
            return EntityKinds.BUILD.singular();
        }
        return registry.typeNames().stream()
                .flatMap(type -> registry.members(type).stream())
                .flatMap(StringPlace::namedTypes)
                .filter(named -> named.getKey().equals(key))
                .map(named -> kindIn(named.getValue()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Map.Entry<String, String>> namedTypes(MemberDoc doc) {
        Stream<Map.Entry<String, String>> options = doc.arguments().stream()
                .flatMap(argument -> argument.options().stream())
                .map(option -> Map.entry(option.name(), option.type()));
        return doc.kind() == MemberDoc.Kind.RELATION
                ? Stream.concat(Stream.of(Map.entry(doc.name(), doc.returns())), options)
                : options;
    }

    /** The kind of the first type that is an entity's, of a text such as {@code DeviceGroup | string}. */
    private static String kindIn(String types) {
        return Arrays.stream(types.split("[^A-Za-z]+"))
                .map(StringPlace::kindOfType)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String kindOfType(String typeName) {
        return EntityKinds.ALL.stream()
                .filter(kind -> kind.typeName().equals(typeName))
                .map(EntityKind::singular)
                .findFirst()
                .orElse(null);
    }

    private String argumentKind(List<Token> code, int method) {
        String name = code.get(method).text();
        if (method == 0 || !code.get(method - 1).isMemberAccess()) {
            return name.equals("run") ? "script" : null;
        }
        String owner = new ChainTypes(registry, variables).typeBefore(code, method - 1);
        if (name.equals("get") || name.equals("find")) {
            return elementKind(owner);
        }
        return registry.members(owner == null ? "" : owner).stream()
                .filter(doc -> doc.name().equals(name) && !doc.arguments().isEmpty())
                .map(doc -> kindIn(doc.arguments().get(0).type()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
