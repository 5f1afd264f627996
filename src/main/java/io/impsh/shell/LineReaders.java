package io.impsh.shell;

import io.impsh.output.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.terminal.Terminal;

/** Makes the two readers of a terminal: one for entries, one for answers. */
final class LineReaders {
    private static final int MOST_ENTRIES_KEPT = 5_000;

    private LineReaders() {}

    /**
     * @param screen as it is at the moment of asking
     */
    static SizedLineReader forEntries(
            Terminal terminal, EntryHistory history, Supplier<Screen> screen, LiveSettings settings) {
        SizedLineReader reader = plain(terminal);
        TabKey.addTo(reader, screen);
        reader.setVariable(LineReader.HISTORY_SIZE, MOST_ENTRIES_KEPT);
        reader.setHistory(history);
        HistoryKeys.addTo(reader);
        reader.setHighlighter(new EntryHighlighter(screen));
        GhostText.addTo(
                reader,
                history,
                () -> settings.get().suggestions() && screen.get().colour());
        return reader;
    }

    /** Lines of any content, without history and completion. */
    static SizedLineReader forAnswers(Terminal terminal) {
        SizedLineReader reader = plain(terminal);
        reader.setParser(new EntryParser(new AnyText()));
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
        reader.setVariable(LineReader.DISABLE_COMPLETION, true);
        return reader;
    }

    private static SizedLineReader plain(Terminal terminal) {
        try {
            SizedLineReader reader = new SizedLineReader(terminal);
            // Otherwise "!!online" and "\t" would be expanded before JavaScript sees them.
            reader.setOpt(Option.DISABLE_EVENT_EXPANSION);
            reader.unsetOpt(Option.INSERT_TAB);
            // It holds the reader's lock for half a second after each bracket, and all output with it.
            reader.setVariable(LineReader.BLINK_MATCHING_PAREN, 0);
            return reader;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
