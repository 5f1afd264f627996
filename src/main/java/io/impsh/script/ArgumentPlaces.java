package io.impsh.script;

import java.util.List;
import java.util.Set;

/** Tells what is wanted at a place inside brackets: which argument of which method, or which key of an options object. */
final class ArgumentPlaces {
    /**
     * @param argument what is wanted there
     * @param owner the type whose method it is an argument of, or {@code null}
     */
    record Place(Argument argument, String owner) {}

    private static final Set<String> LOOK_UPS = Set.of("get", "find");
    /** Nobody nests deeper. */
    private static final int DEEPEST = 20;

    private final CodeTokens code;
    private final SavedScripts scripts;
    private final ChainTypes types;

    /** @param scripts may be {@code null} */
    ArgumentPlaces(CodeTokens code, Registry registry, Variables variables, SavedScripts scripts) {
        this.code = code;
        this.scripts = scripts;
        types = new ChainTypes(code, registry, variables, this);
    }

    ChainTypes types() {
        return types;
    }

    /** What the value is wanted as that begins with the token, or {@code null}. */
    Place valueAt(int index) {
        return valueAt(index, 0);
    }

    private Place valueAt(int index, int depth) {
        int open = code.enclosing(index);
        if (open < 0 || depth > DEEPEST) {
            return null;
        }
        if (code.is(open, "{")) {
            boolean isValue =
                    code.is(index - 1, ":") && code.beginsElement(index - 2) && code.enclosing(index - 2) == open;
            return isValue ? keyOf(open, textOf(code.at(index - 2)), depth) : null;
        }
        if (!code.beginsElement(index)) {
            return null;
        }
        if (code.is(open, "(")) {
            return argument(open, code.commasBefore(index));
        }
        if (!code.is(open, "[")) {
            return null;
        }
        return code.endsOperand(open - 1) ? nameIn(types.typeBefore(open)) : valueAt(open, depth + 1);
    }

    private Place keyOf(int brace, String key, int depth) {
        return keysIn(brace, depth + 1).stream()
                .filter(known -> known.name().equals(key))
                .findFirst()
                .map(known -> new Place(known, null))
                .orElse(null);
    }

    private Place argument(int paren, int index) {
        MemberDoc doc = methodOf(paren);
        if (doc == null || doc.arguments().isEmpty()) {
            return null;
        }
        Argument last = doc.arguments().get(doc.arguments().size() - 1);
        boolean isThere = index < doc.arguments().size();
        if (!isThere && !last.takesTheRest()) {
            return null;
        }
        String owner = ownerOf(paren);
        Argument argument = isThere ? doc.arguments().get(index) : last;
        EntityKind<?> kind = HostTypes.kindIn(owner);
        return kind != null && LOOK_UPS.contains(doc.name())
                ? new Place(named(argument, kind, argument.type()), owner)
                : new Place(argument, owner);
    }

    private static Argument named(Argument argument, EntityKind<?> kind, String type) {
        return Argument.required(argument.name(), kind.typeName() + " | " + type, argument.text());
    }

    /** {@code products['}. */
    private static Place nameIn(String collection) {
        EntityKind<?> kind = HostTypes.kindIn(collection);
        boolean hasNames = kind != null && collection.equals(HostTypes.collectionName(kind));
        return hasNames ? new Place(Argument.required("name", kind.typeName() + " | string", ""), collection) : null;
    }

    /** The method that is called with the bracket, or {@code null}. */
    MemberDoc methodOf(int paren) {
        if (!code.is(paren, "(") || !code.isName(paren - 1) || code.isWord(paren - 2, "new")) {
            return null;
        }
        String name = code.at(paren - 1).text();
        MemberDoc doc;
        if (code.isMemberAccess(paren - 2)) {
            String owner = ownerOf(paren);
            doc = owner == null ? null : types.member(owner, name);
        } else {
            doc = types.global(name);
        }
        return doc != null && doc.kind() == MemberDoc.Kind.METHOD ? doc : null;
    }

    private String ownerOf(int paren) {
        return code.isMemberAccess(paren - 2) ? types.typeBefore(paren - 2) : null;
    }

    /** The keys that an object may have, or none where it may have any. */
    List<Argument> keysIn(int brace) {
        return keysIn(brace, 0);
    }

    private List<Argument> keysIn(int brace, int depth) {
        Place place = valueAt(brace, depth);
        if (place == null) {
            return List.of();
        }
        return switch (place.argument().wanted()) {
            case FILTER -> FilterKeys.of(place.owner());
            case PARAMETERS -> parameters(code.enclosing(brace));
            default -> place.argument().options();
        };
    }

    /** Of the script that the first argument of the call names. */
    private List<Argument> parameters(int paren) {
        boolean isNamed =
                scripts != null && code.is(paren + 2, ",") && code.at(paren + 1).kind() == Token.Kind.STRING;
        return isNamed ? scripts.parameters(textOf(code.at(paren + 1))) : List.of();
    }

    /** A key or a name as it is meant, without quotes. */
    private static String textOf(Token token) {
        return token.kind() == Token.Kind.STRING ? Quoting.unquoted(token.text()) : token.text();
    }
}
