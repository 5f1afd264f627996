package io.impsh.output;

import io.impsh.script.HelpPage;
import java.util.ArrayList;
import java.util.List;

/** A page of help. */
final class HelpText {
    private static final int INDENT = 2;
    private static final int GAP = 2;
    /** Longer lines are hard to read. */
    private static final int WIDEST = 100;

    private static final int USUAL = 80;
    /** Names that are longer have their text below them. */
    private static final int WIDEST_NAME = 30;

    private static final int LEAST_TEXT = 20;

    private final HelpPage page;
    private final Screen screen;
    private final Theme theme;
    private final int width;
    private final List<String> lines = new ArrayList<>();

    private HelpText(HelpPage page, Screen screen) {
        this.page = page;
        this.screen = screen;
        this.theme = screen.theme();
        this.width = screen.isTerminal() ? Math.min(screen.width(), WIDEST) : USUAL;
    }

    static List<String> lines(HelpPage page, Screen screen) {
        HelpText text = new HelpText(page, screen);
        text.addPage();
        return text.lines;
    }

    private void addPage() {
        add(line().foreign(theme.heading(), page.title()));
        if (page.synopsis() != null) {
            add(line().space(INDENT).foreign(page.synopsis()));
        }
        if (page.text() != null && !page.text().isBlank()) {
            lines.add("");
            lines.addAll(WrappedText.lines(page.text(), width));
        }
        page.sections().forEach(this::addSection);
        if (page.example() != null) {
            lines.add("");
            add(line().own(theme.heading(), "Example:"));
            page.example()
                    .stripTrailing()
                    .lines()
                    .forEach(code ->
                            add(code.isEmpty() ? line() : line().space(INDENT).foreign(code)));
        }
    }

    private void addSection(HelpPage.Section section) {
        lines.add("");
        add(line().foreign(theme.heading(), section.title() + ":"));
        int names = section.entries().stream()
                .mapToInt(entry -> DisplayWidth.of(SafeText.clean(entry.name())))
                .filter(columns -> columns <= WIDEST_NAME)
                .max()
                .orElse(WIDEST_NAME);
        section.entries().forEach(entry -> addEntry(entry, INDENT + names + GAP));
    }

    private void addEntry(HelpPage.Entry entry, int start) {
        StyledLine line = line().space(INDENT).foreign(theme.name(), entry.name());
        String text = entry.text() == null ? "" : entry.text();
        if (line.width() + GAP > start && !text.isBlank()) {
            add(line);
            line = line();
        }
        for (String part : WrappedText.lines(text, Math.max(LEAST_TEXT, width - start))) {
            add(part.isEmpty() ? line : line.spaceTo(start).own(part));
            line = line();
        }
    }

    private StyledLine line() {
        return new StyledLine(screen);
    }

    private void add(StyledLine line) {
        lines.add(line.toString());
    }
}
