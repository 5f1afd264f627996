package io.impsh.shell;

import io.impsh.output.Screen;
import io.impsh.script.Completions;
import java.util.List;
import java.util.function.Supplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/**
 * Completion. Tab inserts what is certain and lists the rest below the line; pressed again it shows how the thing is
 * called, then its help, then it selects from the list. Every other key ends it and does what it always does.
 *
 * <p>All of it happens within one call of the widget, as JLine's own menu does: so nothing can be left over below the line,
 * whichever way it ends.
 */
final class TabKey {
    private final SizedLineReader reader;
    private final KeyMap<Binding> keys;
    private final TabMenu menu;

    private TabKey(SizedLineReader reader, Supplier<Screen> screen) {
        this.reader = reader;
        this.keys = MenuKeys.of(reader.getTerminal());
        this.menu = new TabMenu(reader, screen);
    }

    static void addTo(SizedLineReader reader, Supplier<Screen> screen) {
        TabKey tab = new TabKey(reader, screen);
        for (String widget : List.of(
                LineReader.EXPAND_OR_COMPLETE,
                LineReader.COMPLETE_WORD,
                LineReader.MENU_COMPLETE,
                LineReader.LIST_CHOICES)) {
            reader.getWidgets().put(widget, tab::pressed);
        }
    }

    private boolean pressed() {
        try {
            while (menu.begin(completions())) {
                if (!readKeys()) {
                    return true;
                }
            }
            return false;
        } finally {
            menu.close();
        }
    }

    private Completions completions() {
        String text = reader.getBuffer().toString();
        int cursor = reader.getBuffer().cursor();
        try {
            return ((EntryParser) reader.getParser()).language().complete(text, cursor);
        } catch (RuntimeException e) {
            // What is typed must survive a fault of the completion.
            return new Completions(cursor, List.of(), null, "nothing to complete: " + e);
        }
    }

    /** @return whether to begin anew with what there is now */
    private boolean readKeys() {
        while (true) {
            reader.redisplay();
            Binding key = reader.readBinding(reader.getKeys(), keys);
            String name = key instanceof Reference reference ? reference.name() : "";
            switch (name) {
                case MenuKeys.NEXT -> {
                    if (!menu.tab()) {
                        return true;
                    }
                }
                case MenuKeys.DOWN -> {
                    if (!menu.down()) {
                        return passOn();
                    }
                }
                case MenuKeys.PREVIOUS -> {
                    if (!menu.move(-1)) {
                        return passOn();
                    }
                }
                case MenuKeys.FORWARD -> {
                    if (!menu.move(1)) {
                        return passOn();
                    }
                }
                case MenuKeys.ENTER -> {
                    if (!menu.accept()) {
                        return passOn();
                    }
                }
                case MenuKeys.CANCEL -> {
                    return !menu.cancel() && passOn();
                }
                default -> {
                    return key != null && passOn();
                }
            }
        }
    }

    /** The key is read again and does what it does elsewhere. */
    private boolean passOn() {
        reader.readAgain();
        return false;
    }
}
