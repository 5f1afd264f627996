package io.impsh.script;

import io.impsh.script.Token.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The brackets that are open at the place the {@link Lexer} has reached, and what they tell about a slash: whether it
 * divides or begins a regular expression.
 */
final class OpenBrackets {
    private enum Role {
        /** The parenthesis of {@code if (…)} and its like: a statement follows. */
        HEAD,
        /** An object literal or pattern: an operator may follow. */
        LITERAL,
        /** A body of statements or of a class. */
        BLOCK,
        OTHER
    }

    private record Open(char bracket, Role role, int offset) {}

    private static final char TEMPLATE = '$';

    private final Deque<Open> open = new ArrayDeque<>();
    private Token beforeLast;
    private Token last;
    private Role lastClosed = Role.OTHER;

    int depth() {
        return open.size();
    }

    List<Integer> offsets() {
        List<Integer> offsets = new ArrayList<>();
        open.descendingIterator().forEachRemaining(bracket -> offsets.add(bracket.offset()));
        return offsets;
    }

    void open(char bracket, int offset) {
        open.push(new Open(bracket, roleOf(bracket), offset));
    }

    void openTemplateExpression(int offset) {
        open.push(new Open(TEMPLATE, Role.OTHER, offset));
    }

    boolean inTemplateExpression() {
        return !open.isEmpty() && open.peek().bracket() == TEMPLATE;
    }

    /** Closes the innermost bracket if the closer fits it. */
    boolean close(char closer) {
        if (open.isEmpty() || closerOf(open.peek().bracket()) != closer) {
            return false;
        }
        lastClosed = open.pop().role();
        return true;
    }

    /** Takes note of a token that is not a comment. */
    void passed(Token token) {
        beforeLast = last;
        last = token;
    }

    boolean regexAllowed() {
        if (last == null) {
            return true;
        }
        return switch (last.kind()) {
            case WORD -> Keywords.BEFORE_EXPRESSION.contains(last.text()) && !lastIsMemberName();
            case TEMPLATE -> last.opensTemplateExpression();
            case PUNCTUATOR ->
                switch (last.text()) {
                    case ")" -> lastClosed == Role.HEAD;
                    case "}" -> lastClosed != Role.LITERAL;
                    case "]", "++", "--" -> false;
                    default -> true;
                };
            default -> false;
        };
    }

    private Role roleOf(char bracket) {
        return switch (bracket) {
            case '(' -> lastWordIsIn(Keywords.BEFORE_HEAD) ? Role.HEAD : Role.OTHER;
            case '{' -> beginsBlock() ? Role.BLOCK : Role.LITERAL;
            default -> Role.OTHER;
        };
    }

    private boolean beginsBlock() {
        if (last == null) {
            return true;
        }
        return switch (last.kind()) {
            case WORD ->
                !(Keywords.BEFORE_EXPRESSION.contains(last.text()) && !lastIsMemberName())
                        || lastWordIsIn(Keywords.BEFORE_BLOCK);
            case TEMPLATE -> !last.opensTemplateExpression();
            case PUNCTUATOR ->
                switch (last.text()) {
                    case ")", "]", "}", "{", ";", "=>", "++", "--" -> true;
                    // After a label or a case it is a block, after a key a value.
                    case ":" -> open.isEmpty() || open.peek().role() == Role.BLOCK;
                    default -> false;
                };
            default -> true;
        };
    }

    private boolean lastWordIsIn(Set<String> words) {
        return last != null && last.kind() == Kind.WORD && words.contains(last.text()) && !lastIsMemberName();
    }

    private boolean lastIsMemberName() {
        return beforeLast != null && beforeLast.isMemberAccess();
    }

    private static char closerOf(char bracket) {
        return switch (bracket) {
            case '(' -> ')';
            case '[' -> ']';
            default -> '}';
        };
    }
}
