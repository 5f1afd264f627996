package io.impsh.script;

/**
 * A place in a script.
 *
 * @param source name of the input or file
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param lineText the text of the line, for a caret below it
 */
public record SourcePosition(String source, int line, int column, String lineText) {}
