package io.impsh.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes to a text that were collected in any order. What is inserted at one place stands in the order it came in. */
final class TextEdits {
    private record Edit(int start, int end, String text) {}

    private final String original;
    private final List<Edit> edits = new ArrayList<>();

    TextEdits(String original) {
        this.original = original;
    }

    void insert(int offset, String text) {
        edits.add(new Edit(offset, offset, text));
    }

    /** The places that are replaced must not overlap. */
    void replace(int start, int end, String text) {
        edits.add(new Edit(start, end, text));
    }

    String apply() {
        StringBuilder text = new StringBuilder();
        int copied = 0;
        List<Edit> sorted = new ArrayList<>(edits);
        sorted.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
        for (Edit edit : sorted) {
            text.append(original, copied, edit.start()).append(edit.text());
            copied = edit.end();
        }
        return text.append(original, copied, original.length()).toString();
    }
}
