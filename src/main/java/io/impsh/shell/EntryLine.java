package io.impsh.shell;

import io.impsh.script.Completions;
import java.util.List;
import org.jline.reader.CompletingParsedLine;

/** An entry of which only the text that a candidate would replace is a word. */
record EntryLine(String line, int cursor, Completions completions) implements CompletingParsedLine {
    @Override
    public String word() {
        return line.substring(completions.start(), cursor);
    }

    @Override
    public int wordCursor() {
        return cursor - completions.start();
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(word());
    }

    /** Candidates are inserted as they are: blanks in them are JavaScript's business. */
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        return candidate;
    }

    @Override
    public int rawWordCursor() {
        return wordCursor();
    }

    @Override
    public int rawWordLength() {
        return wordCursor();
    }
}
