package io.impsh.shell;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** JLine's reader, for windows whose size becomes 0 x 0 while a line is being typed, and with ghost text. */
final class SizedLineReader extends LineReaderImpl {
    private static final AttributedStyle GHOST = AttributedStyle.DEFAULT.faint();

    private UnaryOperator<String> ghost;

    SizedLineReader(Terminal terminal) throws IOException {
        super(terminal, "impsh");
    }

    /** What may follow the text that has been typed, shown in grey behind the cursor; empty for nothing. */
    void continueWith(UnaryOperator<String> continuation) {
        ghost = continuation;
    }

    /** JLine's own suggestions leave out the rest of the word that is being typed. */
    @Override
    public AttributedString getDisplayedBufferWithPrompts(List<AttributedString> secondaryPrompts) {
        AttributedString typed = super.getDisplayedBufferWithPrompts(secondaryPrompts);
        boolean isTyping = state == State.NORMAL && post == null && buf.length() > 0 && buf.cursor() == buf.length();
        String rest = ghost != null && isTyping ? ghost.apply(buf.toString()) : "";
        return rest.isEmpty()
                ? typed
                : AttributedString.join(AttributedString.EMPTY, typed, new AttributedString(rest, GHOST));
    }

    @Override
    protected synchronized void handleSignal(Signal signal) {
        SystemTerminal.repairSize(terminal);
        super.handleSignal(signal);
    }
}
