package io.impsh.script;

import java.util.List;

/**
 * What may stand at the cursor.
 *
 * @param start offset in the input from which the suggestions replace the text up to the cursor
 * @param call the method whose arguments the cursor is in, or the name that ends right at the cursor when it is whole;
 *     {@code null} where neither is known
 * @param note one line to be shown below them, such as how old the names are; {@code null} for nothing
 */
public record Completions(int start, List<Suggestion> suggestions, HelpPage call, String note) {
    public Completions(int start, List<Suggestion> suggestions) {
        this(start, suggestions, null, null);
    }

    public static Completions none(int cursor) {
        return new Completions(cursor, List.of());
    }
}
