package io.impsh.shell;

import io.impsh.profile.Settings;
import java.io.IOError;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.InfoCmp.Capability;

/** JLine's reader, for windows whose size becomes 0 x 0 while a line is being typed, and with ghost text. */
final class SizedLineReader extends LineReaderImpl {
    private static final AttributedStyle GHOST = AttributedStyle.DEFAULT.faint();

    /** Even below an entry that fills the screen, of which JLine then shows less. */
    private static final int LEAST_BELOW = 8;

    private static final int LONGEST_ENTRY = 1_000_000;
    /** How long an Escape may be the beginning of another key. */
    private static final long ESCAPE_MILLIS = 100;

    private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private static final String SECOND_PROMPT = "... ";

    private boolean searches;
    private UnaryOperator<String> ghost;
    private IntFunction<List<String>> below;

    SizedLineReader(Terminal terminal) throws IOException {
        super(terminal, "impsh");
        setVariable(SECONDARY_PROMPT_PATTERN, SECOND_PROMPT);
        // Beyond it JLine shows what is typed without a highlighter, and so with its control characters.
        setVariable(FEATURES_MAX_BUFFER_SIZE, LONGEST_ENTRY);
        getKeyMaps().values().forEach(keys -> keys.setAmbiguousTimeout(ESCAPE_MILLIS));
    }

    /** What may follow the text that has been typed, shown in grey behind the cursor; empty for nothing. */
    void continueWith(UnaryOperator<String> continuation) {
        ghost = continuation;
    }

    /**
     * Shows lines below the entry. JLine has a place for that of its own, which does not know how much room is left.
     *
     * @param lines given how many there may be, asked at each drawing; {@code null} for none
     */
    void showBelow(IntFunction<List<String>> lines) {
        below = lines;
    }

    /** Not when it is drawn for the last time, as it stays. */
    boolean isTyping() {
        return state == State.NORMAL;
    }

    @Override
    protected boolean doSearchHistory(boolean backward) {
        searches = true;
        try {
            return super.doSearchHistory(backward);
        } finally {
            searches = false;
        }
    }

    /**
     * In a search JLine looks for what is typed behind the cursor only, so it leaves an entry for an older one though more
     * of it fits, and finds nothing in the last; and a search for the next one stays in the same entry.
     */
    @Override
    public Binding readBinding(KeyMap<Binding> keys, KeyMap<Binding> local) {
        // A dumb terminal's driver says itself that its input has ended.
        Binding key =
                isDumb() ? super.readBinding(keys, local) : InputEnd.readUntil(() -> super.readBinding(keys, local));
        if (searches && key instanceof Reference reference) {
            switch (reference.name()) {
                case HISTORY_INCREMENTAL_SEARCH_BACKWARD -> buf.cursor(0);
                case HISTORY_INCREMENTAL_SEARCH_FORWARD -> buf.cursor(buf.length());
                case SELF_INSERT, BACKWARD_DELETE_CHAR -> buf.cursor(searchBackward ? buf.length() : 0);
                default -> {}
            }
        }
        return key;
    }

    /**
     * Whoever prints much would take the reader's lock again before the key that waits for it wakes, so a key has its turn
     * first.
     */
    @Override
    public void printAbove(String lines) {
        long until = System.nanoTime() + TURN_NANOS;
        while (lock.hasQueuedThreads() && System.nanoTime() < until) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
        super.printAbove(lines);
    }

    /** The key that was read last is read once more. */
    void readAgain() {
        runMacro(getLastBinding());
    }

    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        AttributedString typed = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        AttributedString more = below == null ? continuation() : belowIt(typed);
        return more.length() == 0 ? typed : AttributedString.join(AttributedString.EMPTY, typed, more);
    }

    /** JLine's own suggestions leave out the rest of the word that is being typed. */
    private AttributedString continuation() {
        boolean isAtEnd = isTyping() && post == null && buf.length() > 0 && buf.cursor() == buf.length();
        return new AttributedString(ghost != null && isAtEnd ? ghost.apply(buf.toString()) : "", GHOST);
    }

    private AttributedString belowIt(AttributedString typed) {
        int entry = typed.columnSplitLength(
                        Math.max(1, SystemTerminal.size(terminal).getColumns()))
                .size();
        int least = Math.min(LEAST_BELOW, SystemTerminal.size(terminal).getRows() - 1);
        List<String> lines =
                below.apply(Math.max(least, SystemTerminal.size(terminal).getRows() - entry));
        return AttributedString.fromAnsi("\n" + String.join("\n", lines));
    }

    /** As text, whatever is in it: no key, no completion, no escape sequence, and entered by nothing but Enter. */
    @Override
    public boolean beginPaste() {
        buf.write(PastedText.clean(doReadStringUntil(BRACKETED_PASTE_END)));
        return true;
    }

    /** Takes hold with the next line that is read. */
    void useKeys(Settings.Keys keys) {
        if (!isDumb()) {
            getKeyMaps().put(MAIN, getKeyMaps().get(keys == Settings.Keys.VI ? VIINS : EMACS));
        }
    }

    private boolean isDumb() {
        return terminal.getType().startsWith(Terminal.TYPE_DUMB);
    }

    @Override
    protected synchronized void handleSignal(Signal signal) {
        lock.lock();
        try {
            SystemTerminal.repairSize(terminal);
            if (signal == Signal.WINCH && !terminal.getBufferSize().equals(size)) {
                eraseDrawing();
            }
            super.handleSignal(signal);
        } catch (IOError gone) {
            // The terminal was closed: the reading ends by itself.
            return;
        } finally {
            lock.unlock();
        }
    }

    /** JLine draws anew from the line of the cursor on, over what stands there. */
    private void eraseDrawing() {
        String typed = buf.upToCursor().replace("\n", "\n" + SECOND_PROMPT);
        int rows = AttributedString.join(AttributedString.EMPTY, prompt, new AttributedString(typed))
                .columnSplitLength(Math.max(1, SystemTerminal.size(terminal).getColumns()))
                .size();
        for (int row = 1; row < Math.min(rows, SystemTerminal.size(terminal).getRows()); row++) {
            terminal.puts(Capability.cursor_up);
        }
        terminal.puts(Capability.carriage_return);
        terminal.puts(Capability.clr_eos);
    }
}
