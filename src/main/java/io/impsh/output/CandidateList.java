package io.impsh.output;

import io.impsh.script.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** Candidates one below the other, each with its description. */
final class CandidateList {
    static final int MARGIN = 2;
    private static final int GAP = 2;
    /** Less of a description says nothing. */
    private static final int LEAST_DESCRIPTION = 10;

    private final List<Suggestion> candidates;
    private final Screen screen;
    private final int names;
    private final int descriptions;

    CandidateList(List<Suggestion> candidates, Screen screen) {
        this.candidates = candidates;
        this.screen = screen;
        int widest = candidates.stream().mapToInt(CandidateList::width).max().orElse(0);
        int most = Math.max(screen.width() * 3 / 5, screen.width() - MARGIN - GAP - widestDescription());
        this.names = Math.min(widest, most - MARGIN);
        int left = screen.width() - MARGIN - names - GAP;
        this.descriptions = left < LEAST_DESCRIPTION ? 0 : left;
    }

    private int widestDescription() {
        return candidates.stream()
                .filter(each -> each.description() != null)
                .mapToInt(each -> DisplayWidth.of(SafeText.clean(each.description())))
                .max()
                .orElse(0);
    }

    private static int width(Suggestion candidate) {
        return DisplayWidth.of(SafeText.clean(name(candidate)));
    }

    static String name(Suggestion candidate) {
        return candidate.value().strip();
    }

    boolean hasDescriptions() {
        return descriptions > 0 && candidates.stream().anyMatch(each -> each.description() != null);
    }

    List<MenuRow> rows(int selected) {
        List<MenuRow> rows = new ArrayList<>();
        String group = null;
        for (int at = 0; at < candidates.size(); at++) {
            Suggestion candidate = candidates.get(at);
            if (candidate.group() != null && !candidate.group().equals(group)) {
                rows.add(heading(candidate.group(), screen));
            }
            group = candidate.group();
            rows.add(new MenuRow(line(candidate, at == selected).toString(), List.of(at)));
        }
        return rows;
    }

    static MenuRow heading(String group, Screen screen) {
        return MenuRow.heading(new StyledLine(screen).foreign(screen.theme().heading(), group, screen.width()));
    }

    private StyledLine line(Suggestion candidate, boolean isSelected) {
        StyledLine line = named(new StyledLine(screen), screen.theme(), name(candidate), names, isSelected);
        if (candidate.description() != null && descriptions > 0) {
            line.spaceTo(MARGIN + names + GAP).foreign(Theme.plain(), candidate.description(), descriptions);
        }
        return line;
    }

    /** The mark is seen without colours too. */
    static StyledLine named(StyledLine line, Theme theme, String name, int width, boolean isSelected) {
        return isSelected
                ? line.own("> ").foreign(theme.name().inverse(), name, width)
                : line.space(MARGIN).foreign(theme.name(), name, width);
    }
}
