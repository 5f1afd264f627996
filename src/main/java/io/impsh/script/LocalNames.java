package io.impsh.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The names that functions, blocks and loops of an input keep to themselves, and where. */
final class LocalNames {
    /** Tokens from one to another, the last one included. */
    private record Scope(String name, int first, int last) {}

    private static final Set<String> NO_METHOD = Set.of("if", "for", "while", "with", "switch");

    private final CodeTokens code;
    private final List<Scope> scopes = new ArrayList<>();

    LocalNames(CodeTokens code) {
        this.code = code;
        for (int at = 0; at < code.size(); at++) {
            find(at);
        }
    }

    private void find(int at) {
        if (code.is(at, "(") && code.partner(at) > at) {
            int close = code.partner(at);
            boolean isArrow = code.is(close + 1, "=>");
            boolean isFunction = code.is(close + 1, "{") && isHeadOfFunction(at);
            if (isArrow || isFunction) {
                add(at + 1, close - 1, at, isArrow ? endOfArrow(close + 1) : code.next(close + 1) - 1);
            }
        } else if (code.isName(at) && code.is(at + 1, "=>")) {
            add(at, at, at, endOfArrow(at + 1));
        } else if (declares(at)) {
            int end = code.is(at + 1, "{") || code.is(at + 1, "[") ? code.partner(at + 1) : at + 1;
            add(at + 1, end, at, endOfBlock(at));
        }
    }

    private boolean isHeadOfFunction(int open) {
        return code.isName(open - 1) || code.isWord(open - 1, "function") || isKeywordMethod(open - 1);
    }

    private boolean isKeywordMethod(int at) {
        return at >= 0
                && code.at(at).kind() == Token.Kind.WORD
                && !NO_METHOD.contains(code.at(at).text());
    }

    private boolean declares(int at) {
        return code.at(at).depth() > 0
                && !code.isMemberAccess(at - 1)
                && (code.isWord(at, "let")
                        || code.isWord(at, "const")
                        || code.isWord(at, "var")
                        || code.isWord(at, "function")
                        || code.isWord(at, "class"));
    }

    private void add(int first, int last, int from, int to) {
        for (int at = first; at <= last; at++) {
            if (code.isName(at) && !code.isMemberAccess(at - 1)) {
                scopes.add(new Scope(code.at(at).text(), from, to));
            }
        }
    }

    /** The last token of a function's body. */
    private int endOfArrow(int arrow) {
        if (code.is(arrow + 1, "{")) {
            return code.next(arrow + 1) - 1;
        }
        int at = arrow + 1;
        int outside = code.enclosing(arrow);
        while (at < code.size()
                && !code.is(at, ",")
                && !code.is(at, ";")
                && code.enclosing(at) == outside
                && !isCloserOf(outside, at)) {
            at = code.next(at);
        }
        return at - 1;
    }

    private boolean isCloserOf(int open, int at) {
        return open >= 0 && code.partner(open) == at;
    }

    /** The last token in which a declaration counts: that of a loop's head in its body, too. */
    private int endOfBlock(int at) {
        int open = code.enclosing(at);
        if (open < 0 || code.partner(open) < 0) {
            return code.size() - 1;
        }
        int close = code.partner(open);
        return code.is(open, "(")
                ? Math.max(close, code.is(close + 1, "{") ? code.next(close + 1) - 1 : code.size() - 1)
                : close;
    }

    /** Whether the name means something of its own at that token. */
    boolean has(String name, int at) {
        return scopes.stream()
                .anyMatch(scope -> scope.name().equals(name) && scope.first() <= at && at <= scope.last());
    }

    Set<String> all() {
        Set<String> names = new HashSet<>();
        scopes.forEach(scope -> names.add(scope.name()));
        return names;
    }
}
