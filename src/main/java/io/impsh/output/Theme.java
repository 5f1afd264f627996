package io.impsh.output;

import org.jline.utils.AttributedStyle;

/** The colours, by what they mean: all there are. Terminals map them to their own palette. */
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

    /** Of the eight plain colours, and grey: every palette in use makes them legible on its own background. */
    private static final Theme STANDARD = of(
            colour(AttributedStyle.RED),
            colour(AttributedStyle.YELLOW),
            colour(AttributedStyle.GREEN),
            colour(AttributedStyle.CYAN),
            colour(AttributedStyle.MAGENTA),
            bright(AttributedStyle.BLACK));

    private static final Theme DARK = of(
            bright(AttributedStyle.RED),
            bright(AttributedStyle.YELLOW),
            bright(AttributedStyle.GREEN),
            bright(AttributedStyle.CYAN),
            bright(AttributedStyle.MAGENTA),
            colour(AttributedStyle.WHITE).faint());

    /** No yellow and no cyan, which cannot be read on white. */
    private static final Theme LIGHT = of(
            colour(AttributedStyle.RED),
            colour(AttributedStyle.MAGENTA),
            colour(AttributedStyle.GREEN),
            colour(AttributedStyle.BLUE),
            colour(AttributedStyle.MAGENTA),
            bright(AttributedStyle.BLACK));

    /** For any background. */
    public static Theme standard() {
        return STANDARD;
    }

    public static Theme of(Background background) {
        return switch (background) {
            case UNKNOWN -> STANDARD;
            case DARK -> DARK;
            case LIGHT -> LIGHT;
        };
    }

    /** What the colours have to be legible on. */
    public enum Background {
        UNKNOWN,
        DARK,
        LIGHT;

        /**
         * What the variable {@code COLORFGBG} says, which some terminals set. The terminal itself is not asked, as its
         * answer could get among what is typed.
         *
         * @param variable such as {@code 15;0}; may be empty
         */
        public static Background of(String variable) {
            return switch (variable.substring(variable.lastIndexOf(';') + 1)) {
                case "0", "1", "2", "3", "4", "5", "6", "8" -> DARK;
                case "7", "15" -> LIGHT;
                default -> UNKNOWN;
            };
        }
    }

    private static Theme of(
            AttributedStyle bad,
            AttributedStyle doubtful,
            AttributedStyle good,
            AttributedStyle name,
            AttributedStyle word,
            AttributedStyle muted) {
        return new Theme(bad, doubtful, bad.bold(), good, PLAIN.bold(), muted, name, doubtful, good, word, bad, good);
    }

    private static AttributedStyle colour(int number) {
        return PLAIN.foreground(number);
    }

    private static AttributedStyle bright(int number) {
        return PLAIN.foreground(AttributedStyle.BRIGHT | number);
    }

    /** The escape sequence that begins the colour of the prompt; {@link #reset()} ends it. */
    public String promptStyle(boolean ofProduction) {
        return sequence(ofProduction ? production : prompt);
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
