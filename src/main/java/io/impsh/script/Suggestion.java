package io.impsh.script;

/**
 * One candidate of completion.
 *
 * @param value what replaces the text from {@code Completions.start} to the cursor
 * @param group the heading under which it is listed, such as {@code properties}
 * @param description one line, or {@code null}
 * @param complete whether a blank or nothing more is wanted after it; {@code false} when the word goes on
 * @param page all that is known of it, with its synopsis and example; {@code null} where the description is all
 */
public record Suggestion(String value, String group, String description, boolean complete, HelpPage page) {
    public Suggestion(String value, String group, String description, boolean complete) {
        this(value, group, description, complete, null);
    }
}
