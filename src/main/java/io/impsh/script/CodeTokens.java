package io.impsh.script;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The tokens before the cursor, and how their brackets hang together. The place after the last token is one, too. */
final class CodeTokens {
    private static final int NONE = -1;
    private static final Set<String> NO_OBJECT_AFTER = Set.of(")", ";", "{", "}", "=>");

    private final List<Token> tokens;
    private final int[] partners;
    private final int[] enclosing;

    private CodeTokens(List<Token> tokens) {
        this.tokens = tokens;
        partners = new int[tokens.size()];
        enclosing = new int[tokens.size() + 1];
    }

    /** @param code without comments */
    static CodeTokens of(List<Token> code) {
        CodeTokens made = new CodeTokens(code);
        made.pairBrackets();
        return made;
    }

    private void pairBrackets() {
        Arrays.fill(partners, NONE);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (closes(tokens.get(i)) && !open.isEmpty()) {
                int opener = open.pop();
                partners[i] = opener;
                partners[opener] = i;
            }
            enclosing[i] = open.isEmpty() ? NONE : open.peek();
            if (opens(tokens.get(i))) {
                open.push(i);
            }
        }
        enclosing[tokens.size()] = open.isEmpty() ? NONE : open.peek();
    }

    private static boolean opens(Token token) {
        return token.isPunctuator("(")
                || token.isPunctuator("[")
                || token.isPunctuator("{")
                || token.opensTemplateExpression();
    }

    private static boolean closes(Token token) {
        return token.isPunctuator(")")
                || token.isPunctuator("]")
                || token.isPunctuator("}")
                || token.kind() == Token.Kind.TEMPLATE && token.text().startsWith("}");
    }

    int size() {
        return tokens.size();
    }

    Token at(int index) {
        return tokens.get(index);
    }

    /** Whether that punctuator is there; nothing is outside. */
    boolean is(int index, String punctuator) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isPunctuator(punctuator);
    }

    boolean isWord(int index, String word) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isWord(word);
    }

    /** A word that names something. */
    boolean isName(int index) {
        return index >= 0
                && index < tokens.size()
                && tokens.get(index).kind() == Token.Kind.WORD
                && (!tokens.get(index).isKeyword() || isMemberAccess(index - 1) || isWord(index, "of"));
    }

    boolean isMemberAccess(int index) {
        return index >= 0 && index < tokens.size() && tokens.get(index).isMemberAccess();
    }

    /** The other bracket of a pair, or a negative number. */
    int partner(int index) {
        return partners[index];
    }

    /** The innermost bracket that is open there, or a negative number. */
    int enclosing(int index) {
        return enclosing[index];
    }

    /** Whether a value ends with that token, so that a bracket after it calls or indexes. */
    boolean endsOperand(int index) {
        if (index < 0) {
            return false;
        }
        Token token = tokens.get(index);
        return switch (token.kind()) {
            case WORD -> isName(index) || token.isWord("this") || token.isWord("null");
            case PUNCTUATOR -> token.isPunctuator(")") || token.isPunctuator("]") || token.isPunctuator("}");
            case TEMPLATE -> !token.opensTemplateExpression();
            default -> true;
        };
    }

    /** Whether that brace begins an object rather than statements. */
    boolean isObjectLiteral(int brace) {
        int before = brace - 1;
        return isWord(before, "return")
                || before >= 0
                        && tokens.get(before).kind() == Token.Kind.PUNCTUATOR
                        && !NO_OBJECT_AFTER.contains(tokens.get(before).text());
    }

    /** Whether a value begins there in that bracket: right after it or after a comma. */
    boolean beginsElement(int index) {
        return is(index - 1, ",") || index - 1 == enclosing(index);
    }

    /** How many commas part it from the bracket that encloses it. */
    int commasBefore(int index) {
        int commas = 0;
        for (int i = enclosing(index) + 1; i < index; i = next(i)) {
            commas += is(i, ",") ? 1 : 0;
        }
        return commas;
    }

    /** The token after this one, or after its closing bracket where it opens one that is closed. */
    int next(int index) {
        return partners[index] > index ? partners[index] + 1 : index + 1;
    }

    /** Where the names, calls and indices begin that end with that token, as {@code devices} in {@code devices.first()}. */
    int startOfChain(int last) {
        int at = last;
        while (at >= 0) {
            boolean isCloser = is(at, ")") || is(at, "]");
            int open = isCloser ? partners[at] : at;
            if (open < 0) {
                return at;
            }
            if (isCloser && endsOperand(open - 1)) {
                at = open - 1;
            } else if (isMemberAccess(open - 1)) {
                at = open - 2;
            } else {
                return open;
            }
        }
        return 0;
    }
}
