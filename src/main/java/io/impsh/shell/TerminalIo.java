package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.Question;
import io.impsh.output.QuestionText;
import io.impsh.output.SafeText;
import io.impsh.script.HelpPage;
import io.impsh.script.Redrawing;
import io.impsh.script.ScriptIo;
import io.impsh.script.Shown;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The script's way to whoever sits at the terminal. */
final class TerminalIo implements ScriptIo {
    private final Supplier<ShellTerminal> terminal;
    private final ShellPrinter printer;
    private final ProgressDisplay progress;
    private volatile DotCommands commands = new DotCommands(List.of());

    TerminalIo(Supplier<ShellTerminal> terminal, ShellPrinter printer, ProgressDisplay progress) {
        this.terminal = terminal;
        this.printer = printer;
        this.progress = progress;
    }

    @Override
    public void print(Shown shown) {
        printer.result(shown);
    }

    @Override
    public void log(Shown.LogLines lines) {
        printer.log(lines);
    }

    @Override
    public void tellFailure(UserException failure) {
        printer.failure(failure);
    }

    @Override
    public boolean isAtPrompt() {
        return true;
    }

    @Override
    public String written(Shown.LogLines lines) {
        return printer.written(lines);
    }

    @Override
    public int pageRows() {
        return printer.pageRows();
    }

    @Override
    public boolean canStream() {
        return true;
    }

    @Override
    public void notice(String line) {
        printer.notice(line);
    }

    @Override
    public boolean canAsk() {
        return true;
    }

    @Override
    public String ask(String question, String preset) {
        String shownPreset = preset == null ? "" : "[" + SafeText.clean(preset) + "] ";
        String answer = terminal.get().ask(asked(question) + shownPreset).orElseThrow(TerminalIo::cancelled);
        return answer.isBlank() && preset != null ? preset : answer;
    }

    @Override
    public String askSecret(String question) {
        return terminal.get().askSecret(asked(question)).orElseThrow(TerminalIo::cancelled);
    }

    private static String asked(String question) {
        return SafeText.cleanLines(question).strip() + " ";
    }

    private static UserException cancelled() {
        return new UserException("CANCELLED", "cancelled", null);
    }

    /** A refusal to answer is a no. */
    @Override
    public boolean confirm(Question question) {
        ShellTerminal on = terminal.get();
        QuestionText.affected(question, on.screen()).forEach(on::print);
        return on.ask(QuestionText.prompt(question, on.screen()))
                .filter(answer -> QuestionText.isYes(question, answer))
                .isPresent();
    }

    @Override
    public ApplyListener applyListener() {
        return new ApplyDisplay(progress, printer);
    }

    /** Lets help explain the commands of the prompt. */
    void explain(DotCommands some) {
        commands = some;
    }

    /** The commands, with or without their dot. */
    @Override
    public Optional<HelpPage> help(String topic) {
        return commands.explained(topic);
    }

    @Override
    public List<String> helpTopics() {
        return commands.names();
    }

    @Override
    public Redrawing redrawing() {
        return terminal.get().canRedraw() && printer.isForPeople()
                ? new WatchDisplay(terminal.get(), progress)
                : Redrawing.printing(this);
    }

    @Override
    public Activity begin(String what) {
        return progress.begin(SafeText.clean(what));
    }
}
