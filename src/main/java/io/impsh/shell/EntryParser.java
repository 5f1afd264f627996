package io.impsh.shell;

import io.impsh.script.Completeness;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Tells JLine whether an entry needs another line. JLine's own parser would take
 * JavaScript's quotes and backslashes for those of a command line.
 */
record EntryParser(EntryLanguage language) implements Parser {
    @Override
    public ParsedLine parse(String text, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && language.completeness(text) == Completeness.INCOMPLETE) {
            throw new EOFError(-1, -1, "unfinished");
        }
        return new EntryLine(text, cursor);
    }

    @Override
    public boolean isEscapeChar(char ch) {
        return false;
    }
}
