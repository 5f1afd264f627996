package io.impsh.script;

import java.util.List;

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
        String element = HostTypes.elementOf(typeName);
        return EntityKinds.ALL.stream()
                .filter(kind -> kind.typeName().equals(element))
                .map(EntityKind::singular)
                .findFirst()
                .orElse(null);
    }

    private static String keyKind(String key) {
        return switch (key) {
            case "group", "productionTarget", "dutTarget", "from", "to" -> "group";
            case "product" -> "product";
            case "owner" -> "account";
            default -> null;
        };
    }

    private String argumentKind(List<Token> code, int method) {
        String name = code.get(method).text();
        if (name.equals("run")) {
            return "script";
        }
        if (name.equals("get") || name.equals("find")) {
            boolean isMember = method > 1 && code.get(method - 1).isMemberAccess();
            return isMember ? elementKind(new ChainTypes(registry, variables).typeBefore(code, method - 1)) : null;
        }
        return name.equals("assignTo") || name.equals("reassignTo") ? "group" : null;
    }
}
