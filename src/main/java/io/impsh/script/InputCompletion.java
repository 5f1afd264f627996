package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Completes an input at the cursor: global names, members after any chain whose type the registry tells, and names of
 * live things. It asks the registry, the name index and the names of variables, nothing else.
 */
final class InputCompletion {
    private static final int MOST_NAMES = 100;
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]*");

    private final Registry registry;
    private final NameIndex index;
    private final Variables variables;
    private final SavedScripts scripts;

    /** @param scripts may be {@code null} */
    InputCompletion(Registry registry, NameIndex index, Variables variables, SavedScripts scripts) {
        this.registry = registry;
        this.index = index;
        this.variables = variables;
        this.scripts = scripts;
    }

    Completions complete(String text, int cursor) {
        String before = text.substring(0, cursor);
        LexedSource lexed = Lexer.read(before);
        List<Token> code = lexed.code();
        Token last = code.isEmpty() ? null : code.get(code.size() - 1);
        boolean inText = lexed.unfinished() == LexedSource.Unfinished.STRING
                || lexed.unfinished() == LexedSource.Unfinished.CONTINUED_STRING;
        if (inText && last != null) {
            return inString(before, code, last);
        }
        if (lexed.unfinished() != LexedSource.Unfinished.NOTHING || endsInComment(lexed, cursor)) {
            return Completions.none(cursor);
        }
        boolean typing = last != null && last.kind() == Token.Kind.WORD && last.end() == cursor;
        String prefix = typing ? last.text() : "";
        List<Token> rest = typing ? code.subList(0, code.size() - 1) : code;
        int dot = rest.size() - 1;
        if (dot >= 0 && rest.get(dot).isMemberAccess()) {
            String type = new ChainTypes(registry, variables).typeBefore(rest, dot);
            return members(type, prefix, rest.get(dot), cursor);
        }
        return typing || code.isEmpty() || !endsOperand(last) ? globals(prefix, cursor) : Completions.none(cursor);
    }

    /** A comment to the end of the line goes on as long as the line. */
    private static boolean endsInComment(LexedSource lexed, int cursor) {
        List<Token> tokens = lexed.tokens();
        Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
        return last != null
                && last.kind() == Token.Kind.COMMENT
                && last.end() == cursor
                && last.text().startsWith("//");
    }

    private static boolean endsOperand(Token last) {
        return last.kind() != Token.Kind.PUNCTUATOR
                || last.text().equals(")")
                || last.text().equals("]")
                || last.text().equals("}");
    }

    private Completions globals(String prefix, int cursor) {
        List<Suggestion> found = new ArrayList<>();
        registry.globals().docs().stream()
                .filter(doc -> doc.name().startsWith(prefix))
                .forEach(doc -> found.add(suggestion(doc, doc.name())));
        variables.names().get().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> found.add(new Suggestion(name, "variables", null, false)));
        return new Completions(cursor - prefix.length(), found);
    }

    /** From the dot on, because a name that is no identifier takes the dot's place as {@code ['…']}. */
    private Completions members(String typeName, String prefix, Token dot, int cursor) {
        HostType<?> type = typeName == null ? null : registry.type(typeName);
        if (type == null) {
            return Completions.none(cursor);
        }
        List<Suggestion> found = new ArrayList<>();
        type.docs().stream()
                .filter(doc -> doc.name().startsWith(prefix))
                .forEach(doc -> found.add(suggestion(doc, dot.text() + doc.name())));
        String kind = liveKind(type.name());
        if (kind != null) {
            for (String name : index.startingWith(kind, prefix, MOST_NAMES)) {
                boolean plain = IDENTIFIER.matcher(name).matches();
                found.add(new Suggestion(plain ? dot.text() + name : "[" + quoted(name) + "]", kind + "s", null, true));
            }
        }
        return new Completions(dot.start(), found);
    }

    /** The kind whose names are members of a type: those of the collections. */
    private static String liveKind(String typeName) {
        return EntityKinds.ALL.stream()
                .filter(kind -> typeName.equals(HostTypes.collectionName(kind)))
                .map(EntityKind::singular)
                .findFirst()
                .orElse(null);
    }

    private static Suggestion suggestion(MemberDoc doc, String value) {
        boolean method = doc.kind() == MemberDoc.Kind.METHOD;
        boolean bare = method && doc.arguments().isEmpty();
        return new Suggestion(
                method ? value + (bare ? "()" : "(") : value,
                method ? "methods" : "properties",
                method ? doc.synopsis() + "  " + doc.summary() : doc.summary(),
                false);
    }

    private static String quoted(String name) {
        return "'" + escaped(name, '\'') + "'";
    }

    private static String escaped(String name, char quote) {
        return name.replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote);
    }

    /** Inside {@code products['}, {@code get('}, {@code {group: '} and the like. */
    private Completions inString(String before, List<Token> code, Token string) {
        char quote = before.charAt(string.start());
        String prefix = before.substring(string.start() + 1);
        List<Suggestion> found = new ArrayList<>();
        String kind = new StringPlace(registry, variables).kindOf(code, code.size() - 1);
        if ("script".equals(kind) && scripts != null) {
            scripts.list().stream()
                    .filter(script -> script.name().startsWith(prefix))
                    .forEach(script ->
                            found.add(new Suggestion(script.name() + quote, "scripts", script.description(), true)));
        } else if (kind != null) {
            index.startingWith(kind, prefix, MOST_NAMES)
                    .forEach(name -> found.add(new Suggestion(escaped(name, quote) + quote, kind + "s", null, true)));
        }
        return new Completions(string.start() + 1, found);
    }
}
