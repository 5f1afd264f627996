package io.impsh.screenshots;

import java.util.List;

/**
 * How a character looks.
 *
 * @param colour of the character, such as {@code #ff0000}; {@code null} for the usual one
 * @param background behind it; {@code null} for the usual one
 */
record Style(
        String colour,
        String background,
        boolean bold,
        boolean faint,
        boolean italic,
        boolean underlined,
        boolean inverse) {
    static final Style PLAIN = new Style(null, null, false, false, false, false, false);

    /** What the style is after the numbers of a sequence {@code ESC [ ... m}. */
    Style after(List<Integer> numbers) {
        Style style = numbers.isEmpty() ? PLAIN : this;
        for (int index = 0; index < numbers.size(); index++) {
            int number = numbers.get(index);
            if (number == 38 || number == 48) {
                List<Integer> rest = numbers.subList(index + 1, numbers.size());
                String extended = Palette.extended(rest);
                style = number == 38 ? style.colour(extended) : style.background(extended);
                index += Palette.length(rest);
            } else {
                style = style.after(number);
            }
        }
        return style;
    }

    private Style after(int number) {
        if (number >= 30 && number <= 37) {
            return colour(Palette.indexed(number - 30));
        } else if (number >= 90 && number <= 97) {
            return colour(Palette.indexed(number - 90 + 8));
        } else if (number >= 40 && number <= 47) {
            return background(Palette.indexed(number - 40));
        } else if (number >= 100 && number <= 107) {
            return background(Palette.indexed(number - 100 + 8));
        }
        return switch (number) {
            case 0 -> PLAIN;
            case 1 -> new Style(colour, background, true, faint, italic, underlined, inverse);
            case 2 -> new Style(colour, background, bold, true, italic, underlined, inverse);
            case 3 -> new Style(colour, background, bold, faint, true, underlined, inverse);
            case 4 -> new Style(colour, background, bold, faint, italic, true, inverse);
            case 7 -> new Style(colour, background, bold, faint, italic, underlined, true);
            case 22 -> new Style(colour, background, false, false, italic, underlined, inverse);
            case 23 -> new Style(colour, background, bold, faint, false, underlined, inverse);
            case 24 -> new Style(colour, background, bold, faint, italic, false, inverse);
            case 27 -> new Style(colour, background, bold, faint, italic, underlined, false);
            case 39 -> colour(null);
            case 49 -> background(null);
            default -> this;
        };
    }

    private Style colour(String changed) {
        return new Style(changed, background, bold, faint, italic, underlined, inverse);
    }

    private Style background(String changed) {
        return new Style(colour, changed, bold, faint, italic, underlined, inverse);
    }

    /** The colour that is drawn. */
    String ink() {
        if (inverse) {
            return background == null ? Palette.BACKGROUND : background;
        }
        return colour == null ? Palette.TEXT : colour;
    }

    /** The colour behind it that is drawn, or {@code null} for none. */
    String paper() {
        if (inverse) {
            return colour == null ? Palette.TEXT : colour;
        }
        return background;
    }
}
