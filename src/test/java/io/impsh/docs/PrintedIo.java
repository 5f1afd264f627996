package io.impsh.docs;

import io.impsh.UserException;
import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.Question;
import io.impsh.output.ErrorPrinter;
import io.impsh.output.LogPrinter;
import io.impsh.output.OutputFormat;
import io.impsh.output.Printer;
import io.impsh.output.QuestionText;
import io.impsh.output.SafeText;
import io.impsh.output.Screen;
import io.impsh.script.ScriptIo;
import io.impsh.script.Shown;
import java.util.function.UnaryOperator;

/** Gathers what a terminal of 80 columns would show, and answers questions. */
final class PrintedIo implements ScriptIo {
    private static final Screen SCREEN = new Screen(80, false, true, true);

    private final StringBuffer printed = new StringBuffer();
    private final Printer printer = new Printer(printed, OutputFormat.TABLE, () -> SCREEN);
    private UnaryOperator<String> answers;

    /** From now on every question is answered with yes, and not shown. */
    void agreeing() {
        answers = null;
    }

    /** @param byQuestion what is answered to a question */
    void answering(UnaryOperator<String> byQuestion) {
        answers = byQuestion;
    }

    /** What was printed since the last call. */
    String take() {
        String text = printed.toString();
        printed.setLength(0);
        return text;
    }

    void failure(UserException failure) {
        new ErrorPrinter(printed, () -> SCREEN, OutputFormat.TABLE, false).print("Error: ", failure);
    }

    @Override
    public void print(Shown shown) {
        printer.print(shown);
    }

    @Override
    public void notice(String line) {
        printed.append(SafeText.cleanLines(line)).append('\n');
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    @Override
    public String ask(String question, String preset) {
        String shownPreset = preset == null ? "" : "[" + preset + "] ";
        String answer = answered(question.strip() + " " + shownPreset);
        return answer.isEmpty() && preset != null ? preset : answer;
    }

    @Override
    public String askSecret(String question) {
        return answered(question.strip() + " ");
    }

    @Override
    public boolean confirm(Question question) {
        if (answers == null) {
            return true;
        }
        QuestionText.affected(question, SCREEN)
                .forEach(line -> printed.append(line).append('\n'));
        return QuestionText.isYes(question, answered(QuestionText.prompt(question, SCREEN)));
    }

    private String answered(String prompt) {
        if (answers == null) {
            return "y";
        }
        String answer = answers.apply(prompt);
        printed.append(prompt).append(answer).append('\n');
        return answer;
    }

    @Override
    public ApplyListener applyListener() {
        return ApplyListener.none();
    }

    @Override
    public Activity begin(String what) {
        return Activity.none();
    }

    @Override
    public void log(Shown.LogLines lines) {
        print(lines);
    }

    @Override
    public String written(Shown.LogLines lines) {
        return new LogPrinter(() -> OutputFormat.TABLE, Screen::plain).text(lines);
    }

    @Override
    public boolean canStream() {
        return true;
    }
}
