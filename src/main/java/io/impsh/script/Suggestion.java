package io.impsh.script;

/**
 * One candidate of completion.
 *
 * @param value what replaces the text from {@code Completions.start} to the cursor
 * @param group the heading under which it is listed, such as {@code properties}
 * @param description one line, or {@code null}
 * @param complete whether a blank or nothing more is wanted after it; {@code false} when the word goes on
 */
public record Suggestion(String value, String group, String description, boolean complete) {}
