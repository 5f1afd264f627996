package io.impsh.output;

import io.impsh.bulk.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a question before a change looks, and what counts as a yes. */
public final class QuestionText {
    private static final int MOST_LINES = 10;

    private QuestionText() {}

    /** What is affected, the first of it, to be shown above the prompt; lines without line ends. */
    public static List<String> affected(Question question, Screen screen) {
        List<String> lines = new ArrayList<>();
        question.affected().stream()
                .limit(MOST_LINES)
                .forEach(text ->
                        lines.add(new StyledLine(screen).space(3).foreign(text).toString()));
        int more = question.affected().size() - MOST_LINES;
        if (more > 0) {
            lines.add("   and " + CountedNoun.number(more) + " more");
        }
        return lines;
    }

    /** The question itself, to be followed by the answer: it ends in a space. */
    public static String prompt(Question question) {
        return SafeText.clean(question.text()) + (question.typeNumber() ? " " : " [y/N] ");
    }

    /** Whether the answer is a yes: {@code y} or {@code yes}, or the number where it has to be typed. */
    public static boolean isYes(Question question, String answer) {
        String given = answer.strip().toLowerCase(Locale.ROOT);
        if (question.typeNumber()) {
            return given.equals(Integer.toString(question.count()))
                    || given.equals(CountedNoun.number(question.count()));
        }
        return given.equals("y") || given.equals("yes");
    }
}
