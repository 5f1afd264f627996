package io.impsh.script;

import java.util.regex.Pattern;

/**
 * How a stream wants its lines to be shown.
 *
 * @param format {@code null} for the session's own
 * @param template when the format is that, else {@code null}
 * @param highlight what stands out in messages, or {@code null}
 */
public record LogLook(Format format, LogTemplate template, Pattern highlight) {
    public static final LogLook USUAL = new LogLook(null, null, null);

    /** What a line becomes. */
    public enum Format {
        TEXT,
        /** A JSON object a line. */
        JSON,
        TEMPLATE
    }
}
