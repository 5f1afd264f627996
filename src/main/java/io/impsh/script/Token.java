package io.impsh.script;

/**
 * One lexical element of a JavaScript text.
 *
 * @param kind what it is
 * @param text its characters, exactly as written
 * @param start offset of its first character
 * @param end offset after its last character
 * @param depth how many brackets are open around it; an opening bracket and its closer have the same depth
 * @param afterLineBreak whether a line break lies between it and the last token that is not a comment
 */
public record Token(Kind kind, String text, int start, int end, int depth, boolean afterLineBreak) {

    /** The kinds of tokens. */
    public enum Kind {
        /** An identifier, a keyword or a private name. */
        WORD,
        NUMBER,
        STRING,
        /** A piece of a template: up to its end or a <code>${</code>, from a <code>}</code> onwards if not the first. */
        TEMPLATE,
        REGEX,
        PUNCTUATOR,
        /** A line or block comment, or the {@code #!} line. */
        COMMENT
    }

    /** Whether it is a word with a meaning in the language; after a dot it is a name all the same. */
    public boolean isKeyword() {
        return kind == Kind.WORD && Keywords.ALL.contains(text);
    }

    boolean isPunctuator(String punctuator) {
        return kind == Kind.PUNCTUATOR && text.equals(punctuator);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isMemberAccess() {
        return isPunctuator(".") || isPunctuator("?.");
    }

    /** Whether an expression of a template begins after this piece. */
    boolean opensTemplateExpression() {
        return kind == Kind.TEMPLATE && text.endsWith("${") && text.length() > 2;
    }
}
