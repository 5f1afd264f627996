package io.impsh.cli;

import io.impsh.CountedNoun;
import io.impsh.UserException;
import io.impsh.api.CancelledException;
import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.Question;
import io.impsh.output.LogPrinter;
import io.impsh.output.OutputFormat;
import io.impsh.output.Printer;
import io.impsh.output.QuestionText;
import io.impsh.output.SafeText;
import io.impsh.output.Screen;
import io.impsh.profile.Asker;
import io.impsh.script.ScriptIo;
import io.impsh.script.Shown;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** What a program prints and asks: {@code --yes} answers, or somebody at the terminal, or nobody. */
final class BatchIo implements ScriptIo {
    private static final String NEEDED = "CONFIRMATION_NEEDED";

    private final CommandContext context;
    private final Printer printer;
    private final Asker asker;
    private final ProgressOutput progress;
    private final Supplier<Screen> errScreen;
    /** Made when there are any. */
    private LogPrinter logs;

    private LogPrinter logFiles;

    BatchIo(CommandContext context, Printer printer, Asker asker) {
        this.context = context;
        this.printer = printer;
        this.asker = asker;
        this.progress = new ProgressOutput(context);
        this.errScreen = BatchScreen.of(context.streams().errIsTerminal(), context);
    }

    /** At once, so that a program that takes its time can be followed through a pipe. */
    @Override
    public synchronized void print(Shown shown) {
        progress.clear();
        printer.print(shown);
        context.streams().flushOut();
    }

    /** Log lines come beside all else, and are whole, too. */
    @Override
    public synchronized void log(Shown.LogLines lines) {
        progress.clear();
        logs = logs == null ? context.logPrinter() : logs;
        try {
            context.streams().out().append(logs.text(lines));
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
        context.streams().flushOut();
    }

    @Override
    public String written(Shown.LogLines lines) {
        LogPrinter printer;
        synchronized (this) {
            logFiles = logFiles == null ? new LogPrinter(context.options()::format, Screen::plain) : logFiles;
            printer = logFiles;
        }
        return printer.text(lines);
    }

    @Override
    public boolean canStream() {
        return context.options().format() != OutputFormat.JSON;
    }

    /** Takes away what shows progress, before something else is written. */
    void endProgress() {
        progress.clear();
    }

    @Override
    public synchronized void notice(String line) {
        progress.clear();
        context.tellUnlessQuiet(SafeText.cleanLines(line));
    }

    @Override
    public synchronized void tellFailure(UserException failure) {
        progress.clear();
        context.tellFailure(failure);
    }

    @Override
    public boolean confirm(Question question) {
        Options options = context.options();
        if (options.dryRun()) {
            return true;
        }
        if (options.yes()) {
            checkLimit(question, options);
            return true;
        }
        if (!asker.canAsk()) {
            throw new UserException(
                    NEEDED,
                    "a confirmation is needed, and nobody can be asked: " + firstSentence(question),
                    "give --yes" + (question.count() > 0 ? ", or --yes=" + question.count() : "")
                            + "; --dry-run shows what would be done");
        }
        boolean agreed = isAgreed(question);
        if (!agreed && question.count() > 0) {
            // A program that goes on as if nothing had happened would end with 0, and be taken for done.
            throw new UserException("DECLINED", "not confirmed, so it was not done", null);
        }
        return agreed;
    }

    /** {@code --yes} agrees to the whole, and not to each step that somebody wants to look at first. */
    @Override
    public boolean goOn(Question question) {
        if (context.options().dryRun()) {
            return true;
        }
        if (!asker.canAsk()) {
            throw new UserException(
                    NEEDED,
                    "somebody has to say whether to go on, and nobody can be asked: " + firstSentence(question),
                    "pause: 30 waits 30 seconds instead of asking");
        }
        try {
            return isAgreed(question);
        } catch (CancelledException stopped) {
            // What was done before it has to be told.
            return false;
        }
    }

    private boolean isAgreed(Question question) {
        progress.clear();
        QuestionText.affected(question, errScreen.get()).forEach(context.streams()::tell);
        return QuestionText.isYes(question, asker.ask(QuestionText.prompt(question, errScreen.get())));
    }

    private static void checkLimit(Question question, Options options) {
        int limit = options.yesLimit().orElse(Integer.MAX_VALUE);
        if (question.count() > limit) {
            throw new UserException(
                    NEEDED,
                    CountedNoun.of(question.count(), "thing") + " would be changed, and --yes=" + limit
                            + " allows " + CountedNoun.number(limit) + ": "
                            + firstSentence(question),
                    "give --yes=" + question.count() + " if that is meant");
        }
    }

    /** What would be done; what follows it is the asking. */
    private static String firstSentence(Question question) {
        int end = question.text().lastIndexOf(". ");
        return SafeText.clean(end < 0 ? question.text() : question.text().substring(0, end));
    }

    @Override
    public boolean canAsk() {
        return asker.canAsk();
    }

    @Override
    public String ask(String question, String preset) {
        checkCanAsk(question);
        String answer = asker.ask(asked(question) + (preset == null ? "" : "[" + SafeText.clean(preset) + "] "));
        return answer.isEmpty() && preset != null ? preset : answer;
    }

    @Override
    public String askSecret(String question) {
        checkCanAsk(question);
        return asker.askSecret(asked(question));
    }

    private static String asked(String question) {
        return SafeText.cleanLines(question).strip() + " ";
    }

    private void checkCanAsk(String question) {
        if (!asker.canAsk()) {
            throw new UserException(
                    NEEDED, "an answer is needed, and nobody can be asked: " + SafeText.clean(question), null);
        }
        progress.clear();
    }

    @Override
    public ApplyListener applyListener() {
        return progress.applyListener();
    }

    @Override
    public Activity begin(String what) {
        return progress.begin(what);
    }
}
