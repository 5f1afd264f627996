package io.impsh.cli;

import io.impsh.script.SavedScripts;
import io.impsh.script.Shown;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The saved scripts as a result, in whatever format. */
final class ScriptListing {
    private static final List<String> COLUMNS = List.of("name", "description");

    private ScriptListing() {}

    static Shown of(List<SavedScripts.Summary> scripts) {
        List<Shown.Item> rows = scripts.stream().<Shown.Item>map(Row::new).toList();
        return new Shown.Listing(new Shown.Noun("script", "scripts"), COLUMNS, COLUMNS, rows);
    }

    private record Row(SavedScripts.Summary script) implements Shown.Item {
        @Override
        public Object cell(String column) {
            return json().get(column);
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", script.name());
            json.put("description", script.description());
            return json;
        }
    }
}
