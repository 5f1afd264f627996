package io.impsh.screenshots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jline.builtins.ScreenTerminal;

/**
 * What a terminal shows of a program's output.
 *
 * <p>JLine's emulation moves the cursor, wraps and scrolls, but knows neither faint text nor the end of bold nor all
 * colours. So each style goes through it as one of the 216 colours of the cube, which it keeps apart. It also drops what is
 * beyond the first 65,536 characters, such as emoji: those go through it as others that are as wide.
 */
final class StyledScreen {
    private static final Pattern STYLE = Pattern.compile("\u001b\\[([0-9;]*)m");
    private static final int CUBE = 216;

    /** Compatibility ideographs, which nobody writes: as wide as an emoji. */
    private static final int FIRST_STAND_IN = 0xf900;

    private static final int STAND_INS = 256;

    private final int columns;
    private final int rows;
    private final ScreenTerminal terminal;
    private final List<Style> styles = new ArrayList<>(List.of(Style.PLAIN));
    private final List<Integer> emoji = new ArrayList<>();
    private Style style = Style.PLAIN;

    StyledScreen(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.terminal = new ScreenTerminal(columns, rows);
    }

    /** Shows more output, which ends in no escape sequence. */
    void write(String output) {
        Matcher sequence = STYLE.matcher(output);
        StringBuilder translated = new StringBuilder();
        while (sequence.find()) {
            style = style.after(numbers(sequence.group(1)));
            sequence.appendReplacement(translated, "\u001b[0;38;5;" + (16 + number(style)) + "m");
        }
        sequence.appendTail(translated);
        terminal.write(translated
                .codePoints()
                .map(this::standIn)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
    }

    private int standIn(int character) {
        if (Character.isBmpCodePoint(character)) {
            return character;
        }
        if (!emoji.contains(character)) {
            emoji.add(character);
        }
        return FIRST_STAND_IN + emoji.indexOf(character) % STAND_INS;
    }

    private static List<Integer> numbers(String parameters) {
        return Arrays.stream(parameters.split(";"))
                .filter(word -> !word.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    private int number(Style wanted) {
        int number = styles.indexOf(wanted);
        if (number < 0) {
            number = styles.size();
            styles.add(wanted);
        }
        if (number >= CUBE) {
            throw new IllegalStateException("more than " + CUBE + " styles");
        }
        return number;
    }

    /** The lines down to the cursor or the last one with something on it. */
    Picture picture() {
        long[] cells = new long[columns * rows];
        int[] cursor = new int[2];
        terminal.dump(cells, 0, 0, rows, columns, cursor);
        List<List<Cell>> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            List<Cell> line = new ArrayList<>();
            for (int column = 0; column < columns; column++) {
                line.add(cell(cells[row * columns + column]));
            }
            lines.add(line);
        }
        while (lines.size() > cursor[1] + 1
                && lines.get(lines.size() - 1).stream().allMatch(Cell::isBlank)) {
            lines.remove(lines.size() - 1);
        }
        return new Picture(columns, lines, cursor[0], cursor[1]);
    }

    private Cell cell(long packed) {
        int character = (int) (packed & 0x1fffff);
        boolean isColoured = (packed >>> 60 & 1) != 0;
        int colour = (int) (packed >>> 44 & 0xfff);
        int number = isColoured ? level(colour >> 8) * 36 + level(colour >> 4 & 15) * 6 + level(colour & 15) : 0;
        int emojiNumber = character - FIRST_STAND_IN;
        boolean isEmoji = emojiNumber >= 0 && emojiNumber < emoji.size();
        return new Cell(isEmoji ? emoji.get(emojiNumber) : character == 0 ? ' ' : character, styles.get(number));
    }

    /** Which of the six levels of the cube; the emulation keeps four bits of each. */
    private static int level(int bits) {
        return List.of(0, 5, 8, 10, 13, 15).indexOf(bits);
    }

    /** A still of the screen. */
    record Picture(int columns, List<List<Cell>> lines, int cursorColumn, int cursorRow) {
        /** Without blanks at the ends of lines and of the screen. */
        String text() {
            return lines.stream()
                    .map(Picture::text)
                    .collect(Collectors.joining("\n"))
                    .stripTrailing();
        }

        static String text(List<Cell> line) {
            StringBuilder text = new StringBuilder();
            line.forEach(cell -> text.appendCodePoint(cell.character()));
            return text.toString().stripTrailing();
        }

        /** With all that matches replaced by a text, which is cut off or filled up to what was there. */
        Picture with(Pattern pattern, String replacement) {
            List<List<Cell>> changed = new ArrayList<>();
            for (List<Cell> line : lines) {
                List<Cell> cells = new ArrayList<>(line);
                StringBuilder text = new StringBuilder();
                line.forEach(cell ->
                        text.append(Character.isBmpCodePoint(cell.character()) ? (char) cell.character() : '\ufffd'));
                Matcher found = pattern.matcher(text);
                while (found.find()) {
                    for (int index = found.start(); index < found.end(); index++) {
                        int offset = index - found.start();
                        int character = offset < replacement.length() ? replacement.charAt(offset) : ' ';
                        cells.set(index, new Cell(character, line.get(index).style()));
                    }
                }
                changed.add(cells);
            }
            return new Picture(columns, changed, cursorColumn, cursorRow);
        }
    }
}
