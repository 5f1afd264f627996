package io.impsh.script;

import java.util.List;
import java.util.Set;

/** Tells the script type of a chain such as {@code devices.where({…}).first().group} from what the registry documents. */
final class ChainTypes {
    private static final Set<String> OPENERS = Set.of("(", "[", "{");
    private static final Set<String> CLOSERS = Set.of(")", "]", "}");

    private final Registry registry;
    private final Variables variables;

    ChainTypes(Registry registry, Variables variables) {
        this.registry = registry;
        this.variables = variables;
    }

    /** The type of what ends right before the token at {@code end}, or {@code null} when it cannot be told. */
    String typeBefore(List<Token> code, int end) {
        int last = end - 1;
        if (last < 0) {
            return null;
        }
        Token token = code.get(last);
        if (token.kind() == Token.Kind.WORD) {
            return typeOfName(code, last, false);
        }
        if (token.isPunctuator(")")) {
            int open = matching(code, last);
            return open > 0 && code.get(open - 1).kind() == Token.Kind.WORD ? typeOfName(code, open - 1, true) : null;
        }
        return token.isPunctuator("]") ? typeOfIndexed(code, matching(code, last)) : null;
    }

    private String typeOfName(List<Token> code, int at, boolean called) {
        String name = code.get(at).text();
        boolean isMember = at > 0 && code.get(at - 1).isMemberAccess();
        if (!isMember) {
            MemberDoc global = doc("Globals", name);
            return global != null
                    ? typeName(global, called)
                    : called ? null : variables.typeOf().apply(name);
        }
        String owner = typeBefore(code, at - 1);
        MemberDoc member = owner == null ? null : doc(owner, name);
        return member != null ? typeName(member, called) : called ? null : HostTypes.elementOf(owner);
    }

    /** {@code products['Thermo stat']} and {@code array[0]}. */
    private String typeOfIndexed(List<Token> code, int open) {
        if (open <= 0) {
            return null;
        }
        String owner = typeBefore(code, open);
        return owner == null ? null : HostTypes.elementOf(owner);
    }

    private MemberDoc doc(String type, String name) {
        return registry.members(type).stream()
                .filter(doc -> doc.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private String typeName(MemberDoc doc, boolean called) {
        boolean method = doc.kind() == MemberDoc.Kind.METHOD;
        return method == called ? HostTypes.firstNamed(doc.returns()) : null;
    }

    private static int matching(List<Token> code, int closer) {
        int depth = 0;
        for (int i = closer; i >= 0; i--) {
            Token token = code.get(i);
            if (token.kind() != Token.Kind.PUNCTUATOR) {
                continue;
            }
            if (CLOSERS.contains(token.text())) {
                depth++;
            } else if (OPENERS.contains(token.text()) && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
