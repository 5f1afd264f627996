package io.impsh.screenshots;

import java.util.ArrayList;
import java.util.List;

/**
 * Draws a screen as SVG that needs nothing from elsewhere. Every piece of text says where it begins and how long it is,
 * so that columns stay columns whatever font there is.
 */
final class ScreenSvg {
    private static final int CELL = 9;
    private static final int LINE = 20;
    private static final int BASELINE = 15;
    private static final int MARGIN = 16;
    private static final int BAR = 34;
    private static final String FONT =
            "ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

    private final StringBuilder svg = new StringBuilder();

    private ScreenSvg() {}

    /**
     * @param title in the window's frame
     * @param description what is to be seen, for those who cannot
     */
    static String draw(StyledScreen.Picture picture, String title, String description) {
        return new ScreenSvg().drawn(picture, title, description);
    }

    private String drawn(StyledScreen.Picture picture, String title, String description) {
        int width = picture.columns() * CELL + 2 * MARGIN;
        int height = BAR + picture.lines().size() * LINE + 2 * MARGIN;
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\">"
                .formatted(width, height, width, height));
        line("<title>" + escaped(description) + "</title>");
        line("<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"%s\"/>".formatted(width, height, Palette.FRAME));
        line("<rect x=\"1\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"7\" fill=\"%s\"/>"
                .formatted(BAR, width - 2, height - BAR - 1, Palette.BACKGROUND));
        List<String> buttons = List.of("#ff6e67", "#e8c06a", "#90cf6e");
        for (int index = 0; index < buttons.size(); index++) {
            line("<circle cx=\"%d\" cy=\"17\" r=\"6\" fill=\"%s\"/>".formatted(20 + 20 * index, buttons.get(index)));
        }
        line("<g font-family=\"%s\" font-size=\"15\" fill=\"%s\" xml:space=\"preserve\">"
                .formatted(FONT, Palette.TEXT));
        line("<text x=\"%d\" y=\"22\" font-size=\"13\" text-anchor=\"middle\" fill=\"%s\">%s</text>"
                .formatted(width / 2, Palette.TITLE, escaped(title)));
        for (int row = 0; row < picture.lines().size(); row++) {
            for (Run run : runs(picture.lines().get(row))) {
                draw(run, row);
            }
        }
        drawCursor(picture);
        line("</g>");
        line("</svg>");
        return svg.toString();
    }

    private void drawCursor(StyledScreen.Picture picture) {
        int column = 0;
        for (int index = 0; index < picture.cursorColumn(); index++) {
            column += picture.lines().get(picture.cursorRow()).get(index).width();
        }
        line("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" fill-opacity=\"0.6\"/>"
                .formatted(x(column), y(picture.cursorRow()), CELL, LINE, Palette.TEXT));
    }

    private void draw(Run run, int row) {
        Style style = run.style();
        if (style.paper() != null) {
            line("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                    .formatted(x(run.column()), y(row), run.columns() * CELL, LINE, style.paper()));
        }
        if (!run.text().isBlank() || style.underlined()) {
            line("<text x=\"%d\" y=\"%d\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\"%s>%s</text>"
                    .formatted(
                            x(run.column()),
                            y(row) + BASELINE,
                            run.columns() * CELL,
                            attributes(style),
                            escaped(run.text())));
        }
    }

    private static String attributes(Style style) {
        return (style.ink().equals(Palette.TEXT) ? "" : " fill=\"" + style.ink() + "\"")
                + (style.bold() ? " font-weight=\"bold\"" : "")
                + (style.faint() ? " fill-opacity=\"0.6\"" : "")
                + (style.italic() ? " font-style=\"italic\"" : "")
                + (style.underlined() ? " text-decoration=\"underline\"" : "");
    }

    /** Characters of one style beside each other. */
    private record Run(int column, int columns, String text, Style style) {
        Run and(Cell cell) {
            return new Run(column, columns + cell.width(), text + Character.toString(cell.character()), style);
        }

        boolean takes(Cell cell) {
            return style.equals(cell.style()) && cell.width() < 2 && text.codePointCount(0, text.length()) >= columns;
        }
    }

    /** Blanks that show nothing separate runs, unless there is only one of them. */
    private static List<Run> runs(List<Cell> line) {
        List<Run> runs = new ArrayList<>();
        Run run = null;
        int column = 0;
        for (int index = 0; index < line.size(); index++) {
            Cell cell = line.get(index);
            boolean isGap = cell.isBlank()
                    && (index + 1 == line.size()
                            || line.get(index + 1).isBlank()
                            || run == null
                            || !run.takes(line.get(index + 1)));
            if (isGap || run == null || !run.takes(cell)) {
                add(runs, run);
                run = isGap ? null : new Run(column, 0, "", cell.style());
            }
            run = isGap ? null : run.and(cell);
            column += cell.width();
        }
        add(runs, run);
        return runs;
    }

    private static void add(List<Run> runs, Run run) {
        if (run != null) {
            runs.add(run);
        }
    }

    private static int x(int column) {
        return MARGIN + column * CELL;
    }

    private static int y(int row) {
        return BAR + MARGIN + row * LINE;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void line(String text) {
        svg.append(text).append('\n');
    }
}
