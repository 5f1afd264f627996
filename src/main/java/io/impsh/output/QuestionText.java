package io.impsh.output;

import io.impsh.bulk.Question;
import java.util.List;

/** How a question before a change looks. */
public final class QuestionText {
    private QuestionText() {}

    /** What is affected, the first of it, to be shown above the prompt; lines without line ends. */
    public static List<String> affected(Question question, Screen screen) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** The question itself, to be followed by the answer: it ends in a space, and may have several lines. */
    public static String prompt(Question question) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Whether the answer is a yes: {@code y} or {@code yes}, or the number where it has to be typed. */
    public static boolean isYes(Question question, String answer) {
        throw new UnsupportedOperationException("not built yet");
    }
}
