package io.impsh.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells the script type of a chain such as {@code devices.where({…}).first().group} from what the registry documents, and
 * from what is declared before it in the same input.
 */
final class ChainTypes {
    /** Nobody types longer ones, and pasted nonsense must not end in a stack overflow. */
    private static final int DEEPEST = 100;

    private static final int LONGEST_PATH = 8;

    private final CodeTokens code;
    private final Registry registry;
    private final Variables variables;
    private final LocalTypes locals;
    /** By the token after it; the same is asked often where functions are nested. */
    private final Map<Integer, String> known = new HashMap<>();

    private int depth;

    ChainTypes(CodeTokens code, Registry registry, Variables variables, ArgumentPlaces places) {
        this.code = code;
        this.registry = registry;
        this.variables = variables;
        locals = new LocalTypes(code, this, places);
    }

    LocalTypes locals() {
        return locals;
    }

    /** The type of what ends right before the token at {@code end}, or {@code null} when it cannot be told. */
    String typeBefore(int end) {
        if (end <= 0 || depth >= DEEPEST) {
            return null;
        }
        if (!known.containsKey(end)) {
            depth++;
            known.put(end, typeOfLast(end - 1));
            depth--;
        }
        return known.get(end);
    }

    private String typeOfLast(int last) {
        Token token = code.at(last);
        return switch (token.kind()) {
            case WORD -> typeOfName(last, false);
            case STRING -> "string";
            case TEMPLATE -> token.opensTemplateExpression() ? null : "string";
            case PUNCTUATOR ->
                token.isPunctuator(")") ? typeOfCall(last) : token.isPunctuator("]") ? typeOfIndexed(last) : null;
            default -> null;
        };
    }

    private String typeOfCall(int closer) {
        int open = code.partner(closer);
        if (code.isName(open - 1)) {
            return typeOfName(open - 1, true);
        }
        boolean isGrouping = open >= 0 && !code.endsOperand(open - 1) && code.startOfChain(closer - 1) == open + 1;
        return isGrouping ? typeBefore(closer) : null;
    }

    /** {@code products['Thermo stat']}, {@code array[0]}, and an array that is written out. */
    private String typeOfIndexed(int closer) {
        int open = code.partner(closer);
        if (open < 0) {
            return null;
        }
        return code.endsOperand(open - 1) ? HostTypes.elementOf(typeBefore(open)) : "any[]";
    }

    private String typeOfName(int at, boolean called) {
        String name = code.at(at).text();
        if (code.isMemberAccess(at - 1)) {
            return typeOfMember(at, called);
        }
        String declared = called ? null : locals.typeOf(name, at);
        if (declared != null) {
            return declared;
        }
        MemberDoc global = global(name);
        if (global != null) {
            return typeName(global, called);
        }
        return called ? null : variables.look(List.of(name)).type();
    }

    private String typeOfMember(int at, boolean called) {
        String owner = typeBefore(at - 1);
        if (owner == null) {
            List<String> path = called ? List.of() : pathBefore(at + 1);
            return path.isEmpty() ? null : variables.look(path).type();
        }
        MemberDoc member = member(owner, code.at(at).text());
        if (member != null) {
            return typeName(member, called);
        }
        return called || owner.endsWith("[]") ? null : HostTypes.elementOf(owner);
    }

    /** The names from a variable on that end right before the token; empty where there is anything else in them. */
    List<String> pathBefore(int end) {
        Deque<String> path = new ArrayDeque<>();
        for (int at = end - 1; code.isName(at) && path.size() < LONGEST_PATH; at -= 2) {
            path.addFirst(code.at(at).text());
            if (!code.isMemberAccess(at - 1)) {
                return List.copyOf(path);
            }
        }
        return List.of();
    }

    /** What is documented of a member, or {@code null}. */
    MemberDoc member(String type, String name) {
        return members(type).stream()
                .filter(doc -> doc.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    List<MemberDoc> members(String type) {
        List<MemberDoc> documented = registry.members(type);
        return documented.isEmpty() ? JsMembers.of(type) : documented;
    }

    MemberDoc global(String name) {
        HostType.Member<Host> member = registry.globals().member(name);
        return member == null ? null : member.doc();
    }

    private static String typeName(MemberDoc doc, boolean called) {
        boolean method = doc.kind() == MemberDoc.Kind.METHOD;
        return method == called ? HostTypes.firstNamed(doc.returns()) : null;
    }
}
