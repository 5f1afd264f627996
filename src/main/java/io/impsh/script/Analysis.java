package io.impsh.script;

import io.impsh.script.LexedSource.Unfinished;
import io.impsh.script.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Judges whether an input can be evaluated or the user is still typing.
 *
 * <p>Tokens alone decide nearly always, so that the prompt need not wait for the engine to load; a parser is asked only
 * about statements whose end cannot be seen from their last token.
 */
public final class Analysis {

    /** Statements that may need a part which is not there yet. */
    private static final Set<String> MAY_NEED_MORE =
            Set.of("async", "catch", "class", "do", "function", "switch", "try", "while");

    private static final Set<String> CLOSERS = Set.of(")", "]", "}", ";");
    private static final Set<String> HEADS_OF_STATEMENTS = Set.of("for", "if", "with");

    private final Predicate<String> incompleteByParser;

    /**
     * @param incompleteByParser asks a parser whether a text is the beginning of a program; it may be slow, and may
     *     answer {@code false} when no parser is at hand
     */
    public Analysis(Predicate<String> incompleteByParser) {
        this.incompleteByParser = incompleteByParser;
    }

    public Completeness completeness(String source) {
        LexedSource lexed = Lexer.read(source);
        List<Token> code = lexed.code();
        if (lexed.wrong()) {
            return Completeness.INVALID;
        }
        if (lexed.unfinished() != Unfinished.NOTHING || !lexed.openBrackets().isEmpty()) {
            return Completeness.INCOMPLETE;
        }
        if (code.isEmpty()) {
            return Completeness.EMPTY;
        }
        boolean incomplete = endsUnfinished(code) || mayNeedMore(code) && incompleteByParser.test(source);
        return incomplete ? Completeness.INCOMPLETE : Completeness.COMPLETE;
    }

    private static boolean endsUnfinished(List<Token> code) {
        Token last = code.get(code.size() - 1);
        return switch (last.kind()) {
            case WORD -> Keywords.NEVER_LAST.contains(last.text()) && !isName(code, code.size() - 1);
            case PUNCTUATOR -> endsUnfinished(code, last.text());
            default -> false;
        };
    }

    private static boolean endsUnfinished(List<Token> code, String last) {
        return switch (last) {
            case "++", "--" -> code.size() == 1 || !canBeCounted(code.get(code.size() - 2));
            case ")" -> HEADS_OF_STATEMENTS.contains(wordBeforeBrackets(code));
            case "}" -> wordBeforeBrackets(code).equals("try");
            default -> isOperator(last);
        };
    }

    /** Whether a {@code ++} after this token belongs to it. */
    private static boolean canBeCounted(Token token) {
        return token.kind() == Kind.WORD || token.isPunctuator(")") || token.isPunctuator("]");
    }

    private static boolean isOperator(String punctuator) {
        // Characters that are no JavaScript at all stay wrong however much follows.
        return !CLOSERS.contains(punctuator) && punctuator.chars().allMatch(c -> "=.?:,+-*/%&|^~!<>".indexOf(c) >= 0);
    }

    /** The word in front of the brackets that close at the end, or an empty text. */
    private static String wordBeforeBrackets(List<Token> code) {
        int open = code.size() - 2;
        while (open >= 0 && code.get(open).depth() > 0) {
            open--;
        }
        boolean isWord = open > 0 && code.get(open - 1).kind() == Kind.WORD && !isName(code, open - 1);
        return isWord ? code.get(open - 1).text() : "";
    }

    private static boolean mayNeedMore(List<Token> code) {
        for (int i = 0; i < code.size(); i++) {
            Token token = code.get(i);
            if (token.depth() == 0
                    && token.kind() == Kind.WORD
                    && MAY_NEED_MORE.contains(token.text())
                    && !isName(code, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word is the name of a member, where keywords mean nothing. */
    private static boolean isName(List<Token> code, int index) {
        return index > 0 && code.get(index - 1).isMemberAccess();
    }
}
