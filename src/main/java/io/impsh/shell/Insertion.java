package io.impsh.shell;

import io.impsh.output.SafeText;
import io.impsh.script.Suggestion;
import java.util.List;
import java.util.Locale;
import org.jline.reader.Buffer;

/** Puts candidates in the place of the word before the cursor, one instead of the other, and takes them back. */
final class Insertion {
    private final Buffer buffer;
    private final int start;
    private final String rest;
    private String before;

    Insertion(Buffer buffer, int start) {
        this.buffer = buffer;
        this.start = start;
        this.before = buffer.substring(start, buffer.cursor());
        this.rest = buffer.substring(buffer.cursor());
    }

    boolean isThere(Suggestion candidate) {
        return before.equals(value(candidate));
    }

    void insert(Suggestion candidate) {
        replace(value(candidate), true);
    }

    /** The beginning that all share, where it says all that was typed and more. */
    void insertCommonPart(List<Suggestion> candidates) {
        String common = candidates.stream()
                .map(Insertion::value)
                .reduce(Insertion::commonPart)
                .orElse("");
        boolean saysMore = common.length() > before.length() && !letters(common).isEmpty();
        if (saysMore && letters(common).contains(letters(before))) {
            before = common;
            replace(common, false);
        }
    }

    void takeBack() {
        replace(before, false);
    }

    /** Names are foreign text: what would steer the terminal or break the line is written as JavaScript does in a string. */
    private static String value(Suggestion candidate) {
        return SafeText.clean(candidate.value());
    }

    /** @param closes whether brackets and quotes that stand behind the cursor already are not to stand there twice */
    private void replace(String text, boolean closes) {
        buffer.cursor(start);
        buffer.delete(buffer.length() - start);
        buffer.write(text);
        int end = buffer.cursor();
        buffer.write(closes ? rest.substring(overlap(text)) : rest);
        buffer.cursor(end);
    }

    private int overlap(String text) {
        int most = Math.min(text.length(), rest.length());
        for (int length = most; length > 0; length--) {
            String end = text.substring(text.length() - length);
            if (rest.startsWith(end) && letters(end).isEmpty() && !end.isBlank()) {
                return length;
            }
        }
        return 0;
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}_$]", "").toLowerCase(Locale.ROOT);
    }

    private static String commonPart(String left, String right) {
        int length = 0;
        while (length < Math.min(left.length(), right.length()) && left.charAt(length) == right.charAt(length)) {
            length++;
        }
        boolean splits = length > 0 && Character.isHighSurrogate(left.charAt(length - 1));
        return left.substring(0, splits ? length - 1 : length);
    }
}
