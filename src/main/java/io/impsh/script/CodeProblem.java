package io.impsh.script;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place of some code that the compiler does not like.
 *
 * @param file what the user calls the code: the name of its file, or {@code deviceCode} or {@code agentCode}
 * @param row counted from 1, or {@code null}
 * @param column counted from 1, in characters, or {@code null}
 * @param type {@code ERROR} or {@code WARNING}, or {@code null}
 * @param sourceLine the line of the code, or {@code null} when there is no such line
 */
public record CodeProblem(String file, Long row, Long column, String type, String text, String sourceLine) {
    /** As scripts and {@code -o json} get it. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("file", file);
        tree.put("row", row);
        tree.put("column", column);
        tree.put("type", type);
        tree.put("text", text);
        return tree;
    }

    /** As in {@code thermostat.nut:12:1: expression expected}. */
    public String line() {
        return file + (row == null ? "" : ":" + row) + (row == null || column == null ? "" : ":" + column) + ": "
                + text;
    }
}
