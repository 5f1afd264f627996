package io.impsh.script;

/**
 * A text given to the engine.
 *
 * @param name what it is called in messages
 * @param firstLine the number of its first line, more than 1 for a piece of something longer
 * @param rewritten the text and what was made of it
 */
record ScriptText(String name, int firstLine, Rewritten rewritten) {
    /** The void keeps the directive from being the value of a file that has none. */
    private static final String STRICT_BLOCK = "'use strict';void 0;{";

    /** An input of the prompt: its declarations are seen by later inputs and can be repeated. */
    static ScriptText input(String name, int firstLine, String text) {
        return new ScriptText(name, firstLine, Redeclarations.rewrite(text));
    }

    /** A file: in a strict block, so that its declarations stay inside and it can run again. */
    static ScriptText file(String name, String text) {
        // A #! line is one only at the very beginning; as a comment it keeps its length.
        String body = text.startsWith("#!") ? "//" + text.substring(2) : text;
        Rewritten.Builder wrapped = new Rewritten.Builder(body);
        wrapped.insert(0, STRICT_BLOCK);
        // On a line of its own, as the file may end with a comment.
        wrapped.insert(body.length(), "\n}");
        Rewritten block = wrapped.build();
        return new ScriptText(name, 1, new Rewritten(text, block.text(), block.insertions()));
    }

    SourcePosition position(int offset) {
        String text = rewritten.original();
        int at = rewritten.originalOffset(offset);
        int line = firstLine;
        int startOfLine = 0;
        for (int i = 0; i < at; i++) {
            char c = text.charAt(i);
            boolean firstOfTwo = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (Lexer.isLineBreak(c) && !firstOfTwo) {
                line++;
                startOfLine = i + 1;
            }
        }
        int endOfLine = startOfLine;
        while (endOfLine < text.length() && !Lexer.isLineBreak(text.charAt(endOfLine))) {
            endOfLine++;
        }
        return new SourcePosition(name, line, at - startOfLine + 1, text.substring(startOfLine, endOfLine));
    }
}
