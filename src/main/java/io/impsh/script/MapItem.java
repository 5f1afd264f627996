package io.impsh.script;

import java.util.Map;

/** A plain object as a row of a table. */
record MapItem(Map<String, Object> json) implements Shown.Item {
    @Override
    public Object cell(String column) {
        return json.get(column);
    }
}
