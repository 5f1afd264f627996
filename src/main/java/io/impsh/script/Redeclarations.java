package io.impsh.script;

import io.impsh.script.Token.Kind;
import java.util.List;
import java.util.Set;

/**
 * Lets an input declare a name again that an earlier input declared: {@code let}, {@code const} and {@code class} at the
 * top level become {@code var}.
 *
 * <p>Only words outside all brackets are touched, so blocks, loops, functions and closures keep their meaning. What
 * changes for the user: a {@code const} of the prompt can be assigned again, and a name whose initialiser fails exists
 * and is {@code undefined}.
 */
public final class Redeclarations {
    private static final Set<String> OPERATOR_WORDS = Set.of("in", "instanceof");
    private static final Set<String> NO_OPERAND = Set.of("class", "function");
    private static final Set<String> END_OPERAND = Set.of(")", "]", "}", "++", "--");
    /** After a line break only these punctuators begin a statement; all others continue the one before. */
    private static final Set<String> BEGIN_STATEMENT = Set.of("{", "}", ";", "++", "--", "!", "~");

    private final List<Token> tokens;
    private final Rewritten.Builder rewritten;
    private int at;

    private Redeclarations(String source) {
        tokens = Lexer.read(source).code();
        rewritten = new Rewritten.Builder(source);
    }

    /** Makes the declarations of an input repeatable. */
    public static Rewritten rewrite(String source) {
        Redeclarations redeclarations = new Redeclarations(source);
        return redeclarations.rewriteAll() ? redeclarations.rewritten.build() : Rewritten.unchanged(source);
    }

    /** Returns whether the rewriting stands: a constant without a value is left for the engine to refuse. */
    private boolean rewriteAll() {
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            if (declaresVariable(token)) {
                rewritten.replace(token, "var");
                at++;
                if (!rewriteBindings(token.isWord("const"))) {
                    return false;
                }
            } else if (declaresClass(token)) {
                rewriteClass(token);
            } else {
                at++;
            }
        }
        return true;
    }

    private boolean declaresVariable(Token token) {
        if (token.depth() != 0 || isAfterMemberAccess()) {
            return false;
        }
        return token.isWord("const") || token.isWord("let") && isStartOfStatement() && isBinding(at + 1);
    }

    private boolean isBinding(int index) {
        Token token = tokenAt(index);
        return token != null
                && (token.kind() == Kind.WORD && !OPERATOR_WORDS.contains(token.text())
                        || token.isPunctuator("[")
                        || token.isPunctuator("{"));
    }

    private boolean declaresClass(Token token) {
        Token name = tokenAt(at + 1);
        return token.depth() == 0
                && token.isWord("class")
                && isStartOfStatement()
                && name != null
                && name.kind() == Kind.WORD
                && !name.text().equals("extends");
    }

    private boolean isStartOfStatement() {
        Token previous = tokenAt(at - 1);
        return previous == null
                || previous.isPunctuator(";")
                || previous.isPunctuator("}")
                || tokens.get(at).afterLineBreak() && endsOperand(tokens, at - 1);
    }

    private boolean isAfterMemberAccess() {
        Token previous = tokenAt(at - 1);
        return previous != null && previous.isMemberAccess();
    }

    /** Goes through the bindings of one declaration, giving each without a value the value undefined. */
    private boolean rewriteBindings(boolean constant) {
        do {
            Token name = tokenAt(at);
            if (name == null) {
                return true;
            }
            skipBinding(name);
            Token next = tokenAt(at);
            boolean hasValue = next != null && next.isPunctuator("=");
            if (!hasValue && constant) {
                return false;
            }
            // Declared again, a variable starts anew, which a bare var would not do.
            if (!hasValue && name.kind() == Kind.WORD) {
                rewritten.insert(name.end(), "=void 0");
            }
        } while (skipToNextBinding());
        return true;
    }

    private void skipBinding(Token first) {
        at++;
        if (first.kind() != Kind.WORD) {
            while (at < tokens.size() && tokens.get(at).depth() > first.depth()) {
                at++;
            }
            at++;
        }
    }

    /** Skips an initialiser; returns whether a comma led to a further binding. */
    private boolean skipToNextBinding() {
        boolean bodyExpected = false;
        for (; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.depth() > 0) {
                continue;
            }
            if (token.isPunctuator(",")) {
                at++;
                return true;
            }
            boolean opensBody = bodyExpected && token.isPunctuator("{");
            if (token.isPunctuator(";") || !opensBody && beginsStatement(tokens, at)) {
                return false;
            }
            bodyExpected = token.isWord("class") || token.isWord("function") || bodyExpected && !opensBody;
        }
        return false;
    }

    /** Whether a statement begins with that token, as the line before it ends one. */
    static boolean beginsStatement(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return token.afterLineBreak()
                && endsOperand(tokens, at - 1)
                && switch (token.kind()) {
                    case WORD -> !OPERATOR_WORDS.contains(token.text());
                    case TEMPLATE -> false;
                    case PUNCTUATOR -> BEGIN_STATEMENT.contains(token.text());
                    default -> true;
                };
    }

    private static boolean endsOperand(List<Token> tokens, int index) {
        Token token = tokens.get(index);
        return switch (token.kind()) {
            case WORD ->
                isMemberName(tokens, index)
                        || !Keywords.BEFORE_EXPRESSION.contains(token.text()) && !NO_OPERAND.contains(token.text());
            case PUNCTUATOR -> END_OPERAND.contains(token.text());
            case TEMPLATE -> !token.opensTemplateExpression();
            default -> true;
        };
    }

    private static boolean isMemberName(List<Token> tokens, int index) {
        return index > 0 && tokens.get(index - 1).isMemberAccess();
    }

    /** A declaration has no value and ends by itself; the assignment made of it needs a semicolon for that. */
    private void rewriteClass(Token keyword) {
        String name = tokens.get(at + 1).text();
        int end = endOfClass();
        rewritten.insert(keyword.start(), "var " + name + "=");
        if (end < tokens.size()) {
            rewritten.insert(tokens.get(end).end(), ";");
        }
        at = end + 1;
    }

    /** The index of the brace that closes a class, past the bodies of functions and classes it extends. */
    private int endOfClass() {
        int bodies = 1;
        int index = at + 1;
        for (; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            if (token.depth() > 0) {
                continue;
            }
            if (token.isWord("class") || token.isWord("function")) {
                bodies++;
            } else if (token.isPunctuator("}") && --bodies == 0) {
                break;
            }
        }
        return index;
    }

    private Token tokenAt(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : null;
    }
}
