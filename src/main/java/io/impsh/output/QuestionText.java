package io.impsh.output;

import io.impsh.CountedNoun;
import io.impsh.bulk.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a question before a change looks, and what counts as a yes. */
public final class QuestionText {
    private static final int MOST_LINES = 10;
    /** Columns that are kept free for the answer. */
    private static final int ANSWER = 10;

    private QuestionText() {}

    /**
     * What stands above the line of the answer: what is affected, the first of it, and of a question that is too long for
     * the line its beginning. Lines without line ends.
     */
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
        List<String> asked = asked(question, screen);
        lines.addAll(asked.subList(0, asked.size() - 1));
        return lines;
    }

    /** The end of the question, or all of it if it fits, to be followed by the answer: it ends in a space. */
    public static String prompt(Question question, Screen screen) {
        List<String> asked = asked(question, screen);
        return asked.get(asked.size() - 1) + " ";
    }

    private static List<String> asked(Question question, Screen screen) {
        // Cleaned first: a line end in a name must not begin a line here.
        String text = SafeText.clean(question.text()) + (question.typeNumber() ? "" : " [y/N]");
        return WrappedText.lines(text, screen.isTerminal() ? screen.width() - ANSWER : Integer.MAX_VALUE);
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
