package io.impsh.script;

import java.util.ArrayList;
import java.util.List;

/**
 * A text made from another by inserting into it and by replacing words with others of the same length.
 *
 * @param original the text as it was typed
 * @param text the text to evaluate
 * @param insertions what was inserted, in order
 */
public record Rewritten(String original, String text, List<Insertion> insertions) {

    /**
     * @param offset where in the original
     * @param length how many characters
     */
    record Insertion(int offset, int length) {}

    public Rewritten {
        insertions = List.copyOf(insertions);
    }

    /** The offset in the original of a character of the text; for an inserted one that of what follows it. */
    public int originalOffset(int offset) {
        int inserted = 0;
        for (Insertion insertion : insertions) {
            int start = insertion.offset() + inserted;
            if (offset < start) {
                break;
            }
            inserted += Math.min(insertion.length(), offset - start);
        }
        return Math.min(offset - inserted, original.length());
    }

    boolean changed() {
        return !text.equals(original);
    }

    static Rewritten unchanged(String text) {
        return new Rewritten(text, text, List.of());
    }

    /** Collects the changes to a text, to be made from left to right. */
    static final class Builder {
        private final String original;
        private final StringBuilder text = new StringBuilder();
        private final List<Insertion> insertions = new ArrayList<>();
        private int copied;

        Builder(String original) {
            this.original = original;
        }

        void insert(int offset, String inserted) {
            copyTo(offset);
            text.append(inserted);
            insertions.add(new Insertion(offset, inserted.length()));
        }

        /** Puts a word in the place of a longer or equally long one, padded with blanks. */
        void replace(Token token, String replacement) {
            copyTo(token.start());
            text.append(replacement);
            text.append(" ".repeat(token.text().length() - replacement.length()));
            copied = token.end();
        }

        Rewritten build() {
            copyTo(original.length());
            return new Rewritten(original, text.toString(), insertions);
        }

        private void copyTo(int offset) {
            text.append(original, copied, offset);
            copied = offset;
        }
    }
}
