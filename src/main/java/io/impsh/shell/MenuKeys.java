package io.impsh.shell;

import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Reference;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/** What the keys mean while something stands below the line. */
final class MenuKeys {
    static final String NEXT = "menu-next";
    static final String DOWN = "menu-down";
    static final String FORWARD = "menu-forward";
    static final String PREVIOUS = "menu-previous";
    static final String ENTER = "menu-enter";
    static final String CANCEL = "menu-cancel";

    private MenuKeys() {}

    static KeyMap<Binding> of(Terminal terminal) {
        KeyMap<Binding> keys = new KeyMap<>();
        bind(keys, NEXT, "\t");
        bind(keys, DOWN, KeyMap.key(terminal, Capability.key_down), "\033[B", "\033OB", KeyMap.ctrl('N'));
        bind(keys, FORWARD, KeyMap.key(terminal, Capability.key_right), "\033[C", "\033OC");
        bind(keys, PREVIOUS, KeyMap.key(terminal, Capability.key_btab), "\033[Z");
        bind(keys, PREVIOUS, KeyMap.key(terminal, Capability.key_up), "\033[A", "\033OA", KeyMap.ctrl('P'));
        bind(keys, PREVIOUS, KeyMap.key(terminal, Capability.key_left), "\033[D", "\033OD");
        bind(keys, ENTER, "\r", "\n");
        bind(keys, CANCEL, "\033", KeyMap.ctrl('G'));
        return keys;
    }

    private static void bind(KeyMap<Binding> keys, String name, String... sequences) {
        for (String sequence : sequences) {
            if (sequence != null) {
                keys.bind(new Reference(name), sequence);
            }
        }
    }
}
