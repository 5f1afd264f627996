package io.impsh.script;

import java.util.List;

/**
 * What {@link Lexer} found in a text.
 *
 * @param tokens all tokens in order, comments included; between them is only white space
 * @param openBrackets offsets of the brackets and <code>${</code> that are not closed, outermost first
 * @param unfinished what the text ends in the middle of
 * @param wrong whether something can no longer become right by typing on: a closing bracket that fits no opening one,
 *     a string or regular expression cut off by the end of its line
 */
public record LexedSource(List<Token> tokens, List<Integer> openBrackets, Unfinished unfinished, boolean wrong) {

    /** What a text ends in the middle of. */
    public enum Unfinished {
        NOTHING,
        TEMPLATE,
        BLOCK_COMMENT,
        /** A string whose line ends with a backslash, so that it goes on in the next. */
        CONTINUED_STRING,
        /** A string that the end of the text cuts off. */
        STRING,
        /** A regular expression that the end of the text cuts off. */
        REGEX
    }

    public LexedSource {
        tokens = List.copyOf(tokens);
        openBrackets = List.copyOf(openBrackets);
    }

    /** The tokens without the comments. */
    List<Token> code() {
        return tokens.stream()
                .filter(token -> token.kind() != Token.Kind.COMMENT)
                .toList();
    }
}
