package io.impsh.shell;

import io.impsh.output.SafeText;
import io.impsh.output.Screen;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;

/** The interactive shell. It owns the terminal while it runs; no failure of what is entered ends it. */
public final class Shell {
    private final ShellOptions options;
    private final Supplier<Terminal> opener;
    private final Ticks ticks;
    private final Ending ending = new Ending();

    public Shell(ShellOptions options) {
        this(options, () -> SystemTerminal.open(options.environment()), new SystemTicks());
    }

    Shell(ShellOptions options, Supplier<Terminal> opener, Ticks ticks) {
        this.options = options;
        this.opener = opener;
        this.ticks = ticks;
    }

    /**
     * Makes {@link #run} return as soon as what goes on has come to an end in order: what runs is told to stop as by
     * Ctrl-C, a step further with each call. From any thread.
     *
     * @return whether it will, as far as is known; the process has to be ended otherwise
     */
    public boolean end(int exitCode) {
        return ending.request(exitCode);
    }

    /**
     * Reads and evaluates until the user leaves.
     *
     * @return the exit code: 0, or what {@code exit(n)} or {@link #end} said
     */
    public int run() {
        Once<ShellTerminal> terminal = new Once<>(this::open);
        ShellPrinter printer = new ShellPrinter(terminal, options);
        options.trace().tellTo(lines -> printer.aside(SafeText.cleanLines(lines)));
        ProgressDisplay progress = new ProgressDisplay(terminal, ticks);
        // The engine warms up on a thread of its own while the terminal is being opened here.
        TerminalIo io = new TerminalIo(terminal, printer, progress);
        try (SwitchableEvaluator evaluator =
                        new SwitchableEvaluator(() -> options.session().apply(io), options.connection());
                ShellTerminal opened = terminal.get()) {
            ending.by(opened);
            Recorder recorder = new Recorder(options.place(), evaluator::isScript);
            int code = loop(opened, printer, progress, evaluator, io, recorder).run(options.firstInputs());
            new UnwrittenRecording(recorder, printer, stateFolder()).keep();
            return code;
        }
    }

    /** {@code null} where nothing is kept. */
    private Path stateFolder() {
        return options.history() == null
                ? null
                : options.history().toAbsolutePath().getParent();
    }

    private ShellTerminal open() {
        HistoryFile file = options.history() == null ? null : new HistoryFile(options.history());
        JlineTerminal terminal = new JlineTerminal(
                opener.get(), options.colours(), new EntryHistory(file, options.secret()), options.settings());
        if (!options.banner().isEmpty()) {
            terminal.print(banner(terminal.screen()) + "\n\n");
        }
        return terminal;
    }

    /** Its last part stands below the others where the window is too narrow. */
    private String banner(Screen screen) {
        String line = options.banner();
        boolean isTooWide = screen.isTerminal() && line.length() > screen.width();
        String fitting = isTooWide ? line.replaceFirst("  ·  (?!.*·)", "\n") : line;
        return screen.unicode() ? fitting : fitting.replace('·', '|');
    }

    private PromptLoop loop(
            ShellTerminal terminal,
            ShellPrinter printer,
            ProgressDisplay progress,
            SwitchableEvaluator evaluator,
            TerminalIo io,
            Recorder recorder) {
        InterruptKey interruptKey = new InterruptKey(evaluator, printer, ending::isWanted);
        progress.watching(evaluator::traffic);
        InputRunner inputs = new InputRunner(interruptKey, evaluator::isStreaming, printer, progress, recorder);
        DotCommands commands = new ShellCommands(terminal, printer, evaluator, inputs, recorder, options).commands();
        io.explain(commands);
        StartFile startFile = new StartFile(options.startFile(), evaluator, printer);
        startFile.start();
        EntryRunner entries = new EntryRunner(printer, commands, inputs, startFile, interruptKey);
        Prompt prompt = new Prompt(options.place(), options::presentProfile, recorder::isOn);
        return new PromptLoop(terminal, prompt, new ShellLanguage(commands, evaluator), interruptKey, entries, ending);
    }
}
