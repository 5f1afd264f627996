package io.impsh.cli;

import io.impsh.library.ScriptLibrary;
import io.impsh.script.SavedScripts;
import io.impsh.script.Shown;
import java.util.List;
import java.util.Map;

/** The saved scripts as a result, in whatever format. */
final class ScriptListing {
    private static final List<String> COLUMNS = List.of("name", "description");

    private ScriptListing() {}

    /**
     * @param word those that have it somewhere; {@code null} for all
     * @throws io.impsh.library.UsageException when it is a word of none
     */
    static Shown of(ScriptLibrary library, String word) {
        List<SavedScripts.Summary> found = word == null ? library.list() : library.search(word);
        if (found.isEmpty() && word != null) {
            throw library.nothingHas(word);
        }
        List<Shown.Item> rows = found.stream().<Shown.Item>map(Row::new).toList();
        return new Shown.Listing(new Shown.Noun("script", "scripts"), COLUMNS, COLUMNS, rows);
    }

    private record Row(SavedScripts.Summary script) implements Shown.Item {
        @Override
        public Object cell(String column) {
            return json().get(column);
        }

        @Override
        public Map<String, Object> json() {
            return script.json();
        }
    }
}
