package io.impsh.script;

import java.util.List;

/**
 * What may stand at the cursor.
 *
 * @param start offset in the input from which the suggestions replace the text up to the cursor
 */
public record Completions(int start, List<Suggestion> suggestions) {
    public static Completions none(int cursor) {
        return new Completions(cursor, List.of());
    }
}
