package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The statements at the top level of an input, as far as tokens tell them apart. */
final class Statements {
    /** What a statement is. */
    enum Kind {
        /** {@code let}, {@code const} or {@code var}. */
        VARIABLES,
        /** A function or class that has a name. */
        NAMED,
        /** {@code name = …}. */
        ASSIGNMENT,
        EXPRESSION,
        /** Loops, conditions, blocks and others that have no value to be shown. */
        OTHER
    }

    /**
     * @param first its first token
     * @param last its last token, without a semicolon
     */
    record Statement(Kind kind, int first, int last) {}

    private static final Set<String> VARIABLES = Set.of("let", "const", "var");
    private static final Set<String> WITHOUT_VALUE =
            Set.of("throw", "return", "break", "continue", "import", "export", "debugger");

    private final List<Token> tokens;
    private final CodeTokens code;

    private Statements(List<Token> tokens) {
        this.tokens = tokens;
        code = CodeTokens.of(tokens);
    }

    /** @param tokens without comments */
    static List<Statement> of(List<Token> tokens) {
        return new Statements(tokens).all();
    }

    private List<Statement> all() {
        List<Statement> statements = new ArrayList<>();
        int at = 0;
        while (at < code.size()) {
            if (code.is(at, ";")) {
                at++;
                continue;
            }
            int end = Math.max(endOf(at), at + 1);
            int last = code.is(end - 1, ";") && end - 1 > at ? end - 2 : end - 1;
            statements.add(new Statement(kindOf(at), at, last));
            at = end;
        }
        return statements;
    }

    private Kind kindOf(int at) {
        Token token = code.at(at);
        if (declaresVariables(at)) {
            return Kind.VARIABLES;
        } else if (isFunction(at) || token.isWord("class")) {
            return Kind.NAMED;
        } else if (isCompound(at) || WITHOUT_VALUE.contains(token.text())) {
            return Kind.OTHER;
        }
        return code.isName(at) && code.is(at + 1, "=") && !isList(at) ? Kind.ASSIGNMENT : Kind.EXPRESSION;
    }

    /** {@code a = 1, b}, whose value is that of the last part. */
    private boolean isList(int at) {
        int end = endOf(at);
        for (int inside = at; inside < end; inside++) {
            if (code.is(inside, ",") && code.at(inside).depth() == code.at(at).depth()) {
                return true;
            }
        }
        return false;
    }

    private boolean declaresVariables(int at) {
        return code.at(at).kind() == Token.Kind.WORD
                && VARIABLES.contains(code.at(at).text())
                && (code.is(at + 1, "[") || code.is(at + 1, "{") || code.isName(at + 1));
    }

    private boolean isFunction(int at) {
        return code.isWord(at, "function") || code.isWord(at, "async") && code.isWord(at + 1, "function");
    }

    private boolean isCompound(int at) {
        Token token = code.at(at);
        boolean isLabel = code.isName(at) && code.is(at + 1, ":");
        return isLabel
                || token.isPunctuator("{")
                || token.kind() == Token.Kind.WORD
                        && (Keywords.BEFORE_HEAD.contains(token.text())
                                || Set.of("do", "try", "switch").contains(token.text()));
    }

    /** The token after a statement and its semicolon. */
    private int endOf(int at) {
        if (at >= code.size()) {
            return at;
        }
        String word = code.at(at).kind() == Token.Kind.WORD ? code.at(at).text() : "";
        if (code.is(at, "{")) {
            return code.next(at);
        } else if (isFunction(at) || word.equals("class")) {
            return endOfBlock(at);
        } else if (Keywords.BEFORE_HEAD.contains(word)) {
            return endOfHeaded(at);
        } else if (word.equals("do")) {
            return endOfExpression(endOf(at + 1));
        } else if (word.equals("switch")) {
            return endOfBlock(at);
        } else if (word.equals("try")) {
            return endOfTry(at);
        } else if (code.isName(at) && code.is(at + 1, ":")) {
            return endOf(at + 2);
        }
        return endOfExpression(at);
    }

    /** Past the next block, and what stands in brackets before it. */
    private int endOfBlock(int at) {
        int open = at;
        while (open < code.size() && !code.is(open, "{")) {
            open = code.next(open);
        }
        return open < code.size() ? code.next(open) : open;
    }

    private int endOfHeaded(int at) {
        int head = code.is(at + 1, "(") ? at + 1 : at + 2;
        if (head >= code.size()) {
            return code.size();
        }
        int end = endOf(code.next(head));
        while (code.isWord(at, "if") && code.isWord(end, "else")) {
            end = endOf(end + 1);
        }
        return end;
    }

    private int endOfTry(int at) {
        int end = endOfBlock(at + 1);
        while (code.isWord(end, "catch") || code.isWord(end, "finally")) {
            end = endOfBlock(end + 1);
        }
        return end;
    }

    private int endOfExpression(int start) {
        if (start >= code.size()) {
            return start;
        }
        int depth = code.at(start).depth();
        for (int at = start; at < code.size(); at++) {
            Token token = code.at(at);
            if (token.depth() < depth) {
                return at;
            }
            if (token.depth() == depth) {
                if (token.isPunctuator(";")) {
                    return at + 1;
                }
                if (at > start
                        && (code.is(at, "}") && code.partner(at) < start
                                || Redeclarations.beginsStatement(tokens, at) && !closes(token))) {
                    return at;
                }
            }
        }
        return code.size();
    }

    private static boolean closes(Token token) {
        return token.isPunctuator("}") || token.isPunctuator(")") || token.isPunctuator("]");
    }
}
