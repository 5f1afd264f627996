package io.impsh.sandbox;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a compiler found wrong.
 *
 * @param file {@code device_code} or {@code agent_code}, or what a {@code #line} directive says
 * @param row from 1
 * @param column from 1, in characters
 */
record CompileFinding(String file, int row, int column, String text) {
    ObjectNode json() {
        return Json.object()
                .put("type", "ERROR")
                .put("file", file)
                .put("row", row)
                .put("column", column)
                .put("text", text);
    }
}
