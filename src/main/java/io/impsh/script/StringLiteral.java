package io.impsh.script;

import java.util.Map;

/** What a whole string of a program means, its escapes read as the language reads them. */
final class StringLiteral {
    private static final Map<Character, Character> ESCAPES =
            Map.of('n', '\n', 'r', '\r', 't', '\t', 'b', '\b', 'f', '\f', 'v', '\u000b', '0', '\0');

    private final String body;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private StringLiteral(String body) {
        this.body = body;
    }

    /** Whether the token is a text that is written out: in quotes, or a template without expressions. */
    static boolean is(Token token) {
        boolean isQuoted = token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.TEMPLATE;
        String text = token.text();
        return isQuoted
                && text.length() > 1
                && text.charAt(0) == text.charAt(text.length() - 1)
                && text.charAt(0) != '}';
    }

    /** @param token one that {@link #is} a text */
    static String value(Token token) {
        StringLiteral literal =
                new StringLiteral(token.text().substring(1, token.text().length() - 1));
        literal.readAll();
        return literal.text.toString();
    }

    private void readAll() {
        while (at < body.length()) {
            char c = body.charAt(at++);
            if (c == '\\' && at < body.length()) {
                escape(body.charAt(at++));
            } else {
                text.append(c);
            }
        }
    }

    private void escape(char c) {
        if (c == 'x' && codePoint(at, at + 2)) {
            at += 2;
        } else if (c == 'u' && body.startsWith("{", at) && codePoint(at + 1, body.indexOf('}', at))) {
            at = body.indexOf('}', at) + 1;
        } else if (c == 'u' && codePoint(at, at + 4)) {
            at += 4;
        } else if (!Lexer.isLineBreak(c)) {
            text.append(ESCAPES.getOrDefault(c, c));
        }
    }

    private boolean codePoint(int from, int to) {
        if (to <= from || to > body.length()) {
            return false;
        }
        try {
            text.appendCodePoint(Integer.parseInt(body.substring(from, to), 16));
            return true;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}
