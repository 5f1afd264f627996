package io.impsh.output;

import org.jline.utils.AttributedStyle;

/** The colours, by what they mean. Terminals map them to their own palette. */
public record Theme(
        AttributedStyle error,
        AttributedStyle warning,
        AttributedStyle production,
        AttributedStyle prompt,
        AttributedStyle heading,
        AttributedStyle muted,
        AttributedStyle name,
        AttributedStyle number,
        AttributedStyle string,
        AttributedStyle keyword,
        AttributedStyle removed,
        AttributedStyle added) {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final Theme STANDARD = new Theme(
            PLAIN.foreground(AttributedStyle.RED),
            PLAIN.foreground(AttributedStyle.YELLOW),
            PLAIN.bold().foreground(AttributedStyle.RED),
            PLAIN.foreground(AttributedStyle.GREEN),
            PLAIN.bold(),
            PLAIN.foreground(AttributedStyle.BRIGHT | AttributedStyle.BLACK),
            PLAIN.foreground(AttributedStyle.CYAN),
            PLAIN.foreground(AttributedStyle.YELLOW),
            PLAIN.foreground(AttributedStyle.GREEN),
            PLAIN.foreground(AttributedStyle.MAGENTA),
            PLAIN.foreground(AttributedStyle.RED),
            PLAIN.foreground(AttributedStyle.GREEN));

    /** The only one there is. */
    public static Theme standard() {
        return STANDARD;
    }

    /** The escape sequence that begins the colour of the prompt; {@link #reset()} ends it. */
    public static String promptStyle(boolean production) {
        return sequence(production ? STANDARD.production : STANDARD.prompt);
    }

    /** The escape sequence that ends any colour. */
    public static String reset() {
        return "\u001b[0m";
    }

    /** No colour at all. */
    static AttributedStyle plain() {
        return PLAIN;
    }

    /** The escape sequence that begins a style. */
    static String sequence(AttributedStyle style) {
        return "\u001b[" + style.toAnsi() + "m";
    }
}
