package io.impsh.shell;

import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * Continues what is being typed by the newest entry of the history that begins with it. Right and End take it over; at
 * any other place of the line they do what they always do. The user may turn it off, and a
 * screen without colours cannot tell it from what is typed.
 */
final class GhostText {
    private static final String TAKE_ALL = "take-ghost-text";
    private static final String TAKE_ALL_AT_END = "take-ghost-text-at-end";

    private final SizedLineReader reader;
    private final EntryHistory history;
    private final BooleanSupplier wanted;

    private GhostText(SizedLineReader reader, EntryHistory history, BooleanSupplier wanted) {
        this.reader = reader;
        this.history = history;
        this.wanted = wanted;
    }

    static void addTo(SizedLineReader reader, EntryHistory history, BooleanSupplier wanted) {
        GhostText ghost = new GhostText(reader, history, wanted);
        reader.continueWith(ghost::after);
        reader.getWidgets().put(TAKE_ALL, () -> ghost.take(LineReader.FORWARD_CHAR));
        reader.getWidgets().put(TAKE_ALL_AT_END, () -> ghost.take(LineReader.END_OF_LINE));
        Terminal terminal = reader.getTerminal();
        for (String map : List.of(LineReader.EMACS, LineReader.VIINS)) {
            KeyMap<Binding> keys = reader.getKeyMaps().get(map);
            bind(keys, TAKE_ALL, KeyMap.key(terminal, Capability.key_right), "\033[C", "\033OC", KeyMap.ctrl('F'));
            bind(keys, TAKE_ALL_AT_END, KeyMap.key(terminal, Capability.key_end), "\033[F", "\033OF", KeyMap.ctrl('E'));
        }
    }

    private static void bind(KeyMap<Binding> keys, String widget, String... sequences) {
        for (String sequence : sequences) {
            if (sequence != null) {
                keys.bind(new Reference(widget), sequence);
            }
        }
    }

    /** The rest of the newest entry that begins with it; entries of several lines are recalled, not continued. */
    private String after(String typed) {
        if (!wanted.getAsBoolean()) {
            return "";
        }
        for (Iterator<History.Entry> newest = history.reverseIterator(); newest.hasNext(); ) {
            String entry = newest.next().line();
            if (entry.length() > typed.length() && entry.startsWith(typed) && entry.indexOf('\n') < 0) {
                return entry.substring(typed.length());
            }
        }
        return "";
    }

    private boolean take(String otherwise) {
        String typed = reader.getBuffer().toString();
        boolean isAtEnd = reader.getBuffer().cursor() == typed.length();
        String rest = isAtEnd && !typed.isEmpty() ? after(typed) : "";
        if (rest.isEmpty()) {
            reader.callWidget(otherwise);
        } else {
            reader.getBuffer().write(rest);
        }
        return true;
    }
}
