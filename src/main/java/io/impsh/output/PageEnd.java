package io.impsh.output;

import io.impsh.CountedNoun;
import io.impsh.script.Shown;
import java.util.ArrayList;
import java.util.List;

/** What stands below a page of a long list: how far it goes, and how to see more. */
final class PageEnd {
    private PageEnd() {}

    static List<String> lines(Shown.Page page, Shown.Noun noun, Screen screen) {
        List<String> lines = new ArrayList<>();
        if (page.changed()) {
            String warning = "something was changed since the page before: rows may be missing here";
            lines.add(new StyledLine(screen)
                    .own(screen.theme().warning(), warning)
                    .toString());
        }
        lines.add(
                page.more()
                        ? extent(page, noun) + "  " + Glyphs.of(screen).dot() + "  it shows more"
                        : RowCount.of(page.shown(), noun));
        return lines;
    }

    private static String extent(Shown.Page page, Shown.Noun noun) {
        String shown = CountedNoun.number(page.shown());
        if (page.total() >= 0) {
            return shown + " of " + RowCount.of(page.total(), noun);
        }
        return page.atLeast() > page.shown()
                ? shown + " of more than " + RowCount.of(page.atLeast(), noun)
                : RowCount.of(page.shown(), noun) + " and more";
    }
}
