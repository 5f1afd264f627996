package io.impsh.model;

/**
 * An entity's JSON:API object exactly as the service sent it, kept as text because most of them are never looked at.
 *
 * @param text one JSON object
 */
public record RawJson(String text) {
    /** Short, because a record's own text would put kilobytes into every log line. */
    @Override
    public String toString() {
        return "RawJson[" + text.length() + " characters]";
    }
}
