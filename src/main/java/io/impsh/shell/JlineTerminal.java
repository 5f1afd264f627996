package io.impsh.shell;

import io.impsh.output.LocaleCharset;
import io.impsh.output.SafeText;
import io.impsh.output.Screen;
import java.io.IOError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/** {@link ShellTerminal} by JLine. */
final class JlineTerminal implements ShellTerminal {
    private static final Character NO_ECHO = (char) 0;
    private static final InterruptAction NOTHING = asking -> {};

    private final Terminal terminal;
    private final ScreenColours colours;
    private final EntryHistory history;
    private final LiveSettings settings;
    private final SizedLineReader entries;
    private final SizedLineReader answers;
    private final TerminalOutput output;
    /** Held while something is being read: there is one keyboard. */
    private final ReentrantLock keyboard = new ReentrantLock(true);

    private volatile InterruptAction interruption = NOTHING;
    private final TypeAhead typeAhead;
    /** Guards who is reading, and the key that came in a moment when the reader did not listen to it. */
    private final Object turn = new Object();

    private LineReader reading;
    private volatile String presentPrompt = "";
    private boolean missed;
    private final Undo dumbInterrupt;
    private boolean historyFailed;
    /** Whether a program has the terminal: Ctrl-C is its key alone, and must not be heard of afterwards either. */
    private volatile boolean lent;

    private volatile boolean leaving;

    /** @param colours which are wanted; a terminal that has none stays plain anyway */
    JlineTerminal(Terminal terminal, ScreenColours colours, EntryHistory history, LiveSettings settings) {
        this.terminal = terminal;
        this.colours = colours;
        this.history = history;
        this.settings = settings;
        this.output = new TerminalOutput(terminal);
        // Without a handler of our own the JVM's ends the program in the moments when nothing is read or run.
        terminal.handle(Signal.INT, signal -> interrupted());
        this.dumbInterrupt = DumbInterrupt.handle(terminal, this::interrupted);
        terminal.handle(Signal.WINCH, signal -> SystemTerminal.repairSize(terminal));
        SystemTerminal.repairSize(terminal);
        this.entries = LineReaders.forEntries(terminal, history, this::screen, settings);
        this.answers = LineReaders.forAnswers(terminal);
        entries.getWidgets().put(LineReader.CALLBACK_INIT, this::entryBegins);
        answers.getWidgets().put(LineReader.CALLBACK_INIT, this::answerBegins);
        this.typeAhead = new TypeAhead(terminal, isDumb());
        keepingHistory(history::loadFile);
    }

    @Override
    public Optional<String> readEntry(String prompt, EntryLanguage language) {
        keyboard.lock();
        try {
            entries.setParser(new EntryParser(language));
            entries.useKeys(settings.get().keys());
            String entry = read(entries, prompt, null);
            remember(entry);
            return Optional.of(entry);
        } catch (UserInterruptException e) {
            return Optional.of("");
        } catch (EndOfFileException e) {
            return Optional.empty();
        } finally {
            keyboard.unlock();
        }
    }

    @Override
    public Optional<String> ask(String prompt) {
        return answer(prompt, null);
    }

    @Override
    public Optional<String> askSecret(String prompt) {
        return answer(prompt, NO_ECHO);
    }

    private Optional<String> answer(String prompt, Character mask) {
        try {
            keyboard.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(read(answers, prompt, mask));
        } catch (UserInterruptException e) {
            interruptFromElsewhere(true);
            return Optional.empty();
        } catch (EndOfFileException e) {
            return Optional.empty();
        } finally {
            keyboard.unlock();
        }
    }

    private String read(LineReader reader, String prompt, Character mask) {
        SystemTerminal.repairSize(terminal);
        output.beginReading(reader);
        presentPrompt = prompt;
        synchronized (turn) {
            missed = false;
            reading = reader;
        }
        boolean late;
        String line;
        try {
            // JLine takes a per cent sign in a prompt for one of its own patterns.
            line = reader.readLine(prompt.replace("%", "%%"), mask);
        } catch (IOError gone) {
            // Closed by whoever owns it: what is left to be done is done without it.
            throw new EndOfFileException(gone);
        } finally {
            late = endTurn();
            output.endReading();
        }
        if (late) {
            interruptFromElsewhere(false);
        }
        return line;
    }

    /** @return whether Ctrl-C was pressed when the line had been accepted already */
    private boolean endTurn() {
        synchronized (turn) {
            // Left by JLine's handler, it would break off the evaluation's waiting, too.
            boolean late = Thread.interrupted() | missed;
            missed = false;
            reading = null;
            return late;
        }
    }

    /** From here on JLine listens to Ctrl-C. What came before did not find anything to interrupt. */
    private boolean entryBegins() {
        synchronized (turn) {
            missed = false;
        }
        interruption.readingBegins();
        if (leaving) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private boolean answerBegins() {
        synchronized (turn) {
            if (missed) {
                missed = false;
                Thread.currentThread().interrupt();
            }
        }
        return true;
    }

    /**
     * What Ctrl-C does must not be done by the thread that asked: it may own the very JavaScript context that is to be
     * interrupted, and a context cannot be interrupted from within.
     */
    private void interruptFromElsewhere(boolean asking) {
        Thread elsewhere = new Thread(() -> interruption.pressed(asking), "interrupt");
        elsewhere.start();
        try {
            elsewhere.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While a line is read this is JLine's business, except on dumb terminals, where no line is broken off. */
    private void interrupted() {
        if (lent) {
            return;
        }
        LineReader now;
        synchronized (turn) {
            now = reading;
            missed |= now != null && !isDumb();
        }
        if (now == entries && isDumb()) {
            // The driver has emptied the line, and shows nothing but ^C.
            output.printOnDumb("\n" + presentPrompt);
        }
        if (now == entries || now != null && !isDumb()) {
            return;
        }
        if (now == null && typeAhead.isShown()) {
            output.echoed();
        }
        interruption.pressed(now == answers);
    }

    /** A dumb terminal's line cannot be broken off, and neither can a program that has the terminal. */
    @Override
    public boolean leave() {
        leaving = true;
        synchronized (turn) {
            if (lent || reading != null && isDumb()) {
                return false;
            }
        }
        terminal.raise(Signal.INT);
        return true;
    }

    @Override
    public Undo onInterrupt(InterruptAction action) {
        InterruptAction before = interruption;
        interruption = action;
        return () -> interruption = before;
    }

    @Override
    public void print(String lines) {
        output.print(lines);
    }

    @Override
    public void status(String line) {
        output.status(line);
    }

    @Override
    public void region(List<String> lines) {
        output.region(lines);
    }

    @Override
    public boolean canRedraw() {
        return !isDumb() && output.canRedraw();
    }

    @Override
    public int regionRows() {
        return output.regionRows();
    }

    @Override
    public Screen screen() {
        return new Screen(
                isDumb() ? 80 : SystemTerminal.size(terminal).getColumns(),
                hasColour(),
                isUnicode(),
                true,
                colours.theme());
    }

    /** JLine writes UTF-8 whatever the locale says, so that foreign names are as they came; our own signs keep to it. */
    private boolean isUnicode() {
        return StandardCharsets.UTF_8.equals(terminal.encoding())
                && LocaleCharset.isUnicode(colours.environment(), true);
    }

    private boolean hasColour() {
        return !isDumb() && colours.wanted();
    }

    @Override
    public int height() {
        return isDumb() ? 0 : SystemTerminal.size(terminal).getRows();
    }

    @Override
    public int lend(ExternalProgram program) throws IOException {
        Undo keys = typeAhead.lend();
        lent = true;
        try {
            return output.lend(program);
        } finally {
            lent = false;
            keys.undo();
        }
    }

    private boolean isDumb() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    @Override
    public void clear() {
        output.clear();
    }

    @Override
    public List<String> history() {
        return history.entries();
    }

    @Override
    public void remember(String entry) {
        keepingHistory(() -> history.keep(entry));
    }

    /** A history that cannot be kept is said once, and disturbs nothing. */
    private void keepingHistory(HistoryStep step) {
        try {
            step.run();
        } catch (IOException e) {
            tellHistoryFailed(e);
        } catch (UncheckedIOException e) {
            tellHistoryFailed(e.getCause());
        }
    }

    private void tellHistoryFailed(IOException failure) {
        if (!historyFailed) {
            historyFailed = true;
            print("the history is not kept: " + SafeText.clean(String.valueOf(FileNames.reason(failure))));
        }
    }

    private interface HistoryStep {
        void run() throws IOException;
    }

    @Override
    public void close() {
        dumbInterrupt.undo();
        try {
            terminal.close();
        } catch (IOException | IOError gone) {
            // There is nothing to be put back on a terminal that was closed.
            return;
        }
    }
}
