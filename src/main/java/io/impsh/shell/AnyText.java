package io.impsh.shell;

import io.impsh.script.Completeness;
import io.impsh.script.Completions;

/** What may be typed as an answer: one line of whatever. */
record AnyText() implements EntryLanguage {
    @Override
    public Completeness completeness(String text) {
        return Completeness.COMPLETE;
    }

    @Override
    public Completions complete(String text, int cursor) {
        return Completions.none(cursor);
    }
}
