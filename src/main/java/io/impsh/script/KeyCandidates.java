package io.impsh.script;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Offers the keys of an options object, a filter or parameters of a script, without those that are given. */
final class KeyCandidates {
    private final CodeTokens code;
    private final String after;

    /** @param after what stands after the cursor, where keys may be given too */
    KeyCandidates(CodeTokens code, String after) {
        this.code = code;
        this.after = after;
    }

    /** @param quote the quote that the key was begun with, or an empty text */
    void addTo(Candidates candidates, int brace, List<Argument> keys, String quote, String group) {
        Set<String> given = given(brace);
        for (Argument key : keys) {
            if (!given.contains(key.name())) {
                candidates.add(
                        key.name(),
                        () -> new Suggestion(key.name() + quote + ": ", group, key.type() + "  " + key.text(), false));
            }
        }
    }

    private Set<String> given(int brace) {
        Set<String> given = new HashSet<>();
        for (int at = brace + 1; at < code.size(); at = code.next(at)) {
            if (code.beginsElement(at)
                    && code.enclosing(at) == brace
                    && (code.is(at + 1, ":") || code.is(at + 1, ","))) {
                given.add(textOf(code.at(at)));
            }
        }
        List<Token> rest = Lexer.read(after).code();
        for (int at = 0; at + 1 < rest.size() && !endsObject(rest.get(at)); at++) {
            if (rest.get(at).depth() == 0 && rest.get(at + 1).isPunctuator(":")) {
                given.add(textOf(rest.get(at)));
            }
        }
        return given;
    }

    private static boolean endsObject(Token token) {
        return token.depth() == 0 && token.isPunctuator("}");
    }

    private static String textOf(Token token) {
        return token.kind() == Token.Kind.STRING ? Quoting.unquoted(token.text()) : token.text();
    }
}
