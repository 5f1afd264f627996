package io.impsh.script;

/**
 * What was typed while a recording went on.
 *
 * @param place where the shell was connected to, in words
 * @param failure why it came to nothing, or {@code null}
 * @param shown whether it had a value, which was shown
 */
public record RecordedInput(String place, String text, String failure, boolean shown) {
    private static final int LONGEST = 100;
    private static final String LINE_ENDS = "[\\n\\r\\u2028\\u2029]";
    private static final String UNFIT = "cannot stand in a script as it was typed";

    /** The line ends of other systems mean the same everywhere in a program. */
    public RecordedInput {
        text = text.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    public static RecordedInput succeeded(String place, String text, boolean shown) {
        return new RecordedInput(place, text, null, shown);
    }

    public static RecordedInput failed(String place, String text, String message) {
        return new RecordedInput(place, text, message, false);
    }

    /** The same as a comment only. */
    RecordedInput unfit() {
        return failed(place, text, UNFIT);
    }

    boolean isUnfit() {
        return UNFIT.equals(failure);
    }

    /** What a comment says of one that is left out. */
    String leftOut() {
        if (isUnfit()) {
            return "// " + UNFIT + ":\n// " + String.join("\n// ", text.split(LINE_ENDS));
        }
        String line = firstLine(text);
        return "// left out: " + (line.equals(text) ? line : line.strip() + " …") + ": " + firstLine(failure);
    }

    private static String firstLine(String text) {
        String line = text.split(LINE_ENDS, 2)[0];
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip() + "…";
    }
}
