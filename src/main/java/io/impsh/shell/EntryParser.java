package io.impsh.shell;

import io.impsh.script.Completeness;
import io.impsh.script.Completions;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/**
 * Tells JLine whether an entry needs another line, and what stands before the cursor. JLine's own parser would take
 * JavaScript's quotes and backslashes for those of a command line.
 */
record EntryParser(EntryLanguage language) implements Parser {
    @Override
    public ParsedLine parse(String text, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && language.completeness(text) == Completeness.INCOMPLETE) {
            throw new EOFError(-1, -1, "unfinished");
        }
        Completions completions =
                context == ParseContext.COMPLETE ? language.complete(text, cursor) : Completions.none(cursor);
        return new EntryLine(text, cursor, completions);
    }

    @Override
    public boolean isEscapeChar(char ch) {
        return false;
    }
}
