package io.impsh.shell;

import org.jline.reader.History;
import org.jline.reader.LineReader;

/**
 * The keys up and down: first through the lines of the entry, then through the history by what was typed. JLine would take
 * the first word of a recalled entry that has been changed for something to search for, and find no way out of it.
 */
final class HistoryKeys {
    private final SizedLineReader reader;

    private HistoryKeys(SizedLineReader reader) {
        this.reader = reader;
    }

    static void addTo(SizedLineReader reader) {
        HistoryKeys keys = new HistoryKeys(reader);
        reader.getWidgets().put(LineReader.UP_LINE_OR_SEARCH, keys::up);
        reader.getWidgets().put(LineReader.DOWN_LINE_OR_SEARCH, keys::down);
    }

    private boolean up() {
        if (!reader.getBuffer().up()) {
            reader.callWidget(isChangedRecall() ? LineReader.UP_HISTORY : LineReader.HISTORY_SEARCH_BACKWARD);
        }
        return true;
    }

    private boolean down() {
        if (!reader.getBuffer().down()) {
            reader.callWidget(isChangedRecall() ? LineReader.DOWN_HISTORY : LineReader.HISTORY_SEARCH_FORWARD);
        }
        return true;
    }

    private boolean isChangedRecall() {
        History history = reader.getHistory();
        return history.index() <= history.last()
                && !reader.getBuffer().toString().equals(history.current());
    }
}
