package io.impsh.shell;

import io.impsh.script.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What in an entry can no longer become right by typing on; anything less certain is left to the evaluation. */
final class Mistakes {
    private Mistakes() {}

    static List<Token> in(String entry, List<Token> tokens) {
        List<Token> mistakes = new ArrayList<>();
        Deque<String> closers = new ArrayDeque<>();
        for (Token token : tokens) {
            boolean isWrong =
                    switch (token.kind()) {
                        case PUNCTUATOR -> isForeign(token) || !fits(token, closers);
                        case TEMPLATE -> !fitsTemplate(token, closers);
                        case STRING, REGEX -> isCutOff(token, entry);
                        default -> false;
                    };
            if (isWrong) {
                mistakes.add(token);
            }
            if (isWrong && isCloser(token)) {
                // Which bracket it was meant for is anybody's guess, and so is all that follows.
                return mistakes;
            }
        }
        return mistakes;
    }

    private static boolean fits(Token token, Deque<String> closers) {
        switch (token.text()) {
            case "(" -> closers.push(")");
            case "[" -> closers.push("]");
            case "{" -> closers.push("}");
            default -> {
                return !isCloser(token) || token.text().equals(closers.poll());
            }
        }
        return true;
    }

    private static boolean fitsTemplate(Token piece, Deque<String> closers) {
        boolean fits = !piece.text().startsWith("}") || "${".equals(closers.poll());
        if (piece.text().endsWith("${") && piece.text().length() > 2) {
            closers.push("${");
        }
        return fits;
    }

    private static boolean isCloser(Token token) {
        return token.text().equals(")")
                || token.text().equals("]")
                || token.text().startsWith("}");
    }

    /** Characters that are part of no token, such as typographic quotes; a number sign may begin a private name. */
    private static boolean isForeign(Token token) {
        int first = token.text().codePointAt(0);
        return first == '@' || first > 0x7e;
    }

    /** A string or regular expression that its line, not the text, has ended. */
    private static boolean isCutOff(Token token, String entry) {
        String text = token.text();
        boolean isString = token.kind() == Token.Kind.STRING;
        boolean isLineEnded = token.end() < entry.length() && "\r\n".indexOf(entry.charAt(token.end())) >= 0;
        if (!isLineEnded) {
            return false;
        }
        return isString
                ? text.length() == 1 || text.charAt(text.length() - 1) != text.charAt(0) || endsInEscape(text)
                : !isClosedRegex(text);
    }

    private static boolean endsInEscape(String string) {
        int backslashes = 0;
        for (int at = string.length() - 2; at > 0 && string.charAt(at) == '\\'; at--) {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static boolean isClosedRegex(String regex) {
        return regex.matches("(?s)/.*/\\p{Alpha}*");
    }
}
