package io.impsh.shell;

import java.util.List;
import org.jline.reader.ParsedLine;

/** An entry, which for JLine is one word. */
record EntryLine(String line, int cursor) implements ParsedLine {
    @Override
    public String word() {
        return line;
    }

    @Override
    public int wordCursor() {
        return cursor;
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(line);
    }
}
