package io.impsh.output;

import io.impsh.script.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The names of candidates in columns, to be read downwards, each group under its heading. */
final class CandidateColumns {
    private final List<Suggestion> candidates;
    private final Screen screen;

    CandidateColumns(List<Suggestion> candidates, Screen screen) {
        this.candidates = candidates;
        this.screen = screen;
    }

    List<MenuRow> rows(int selected) {
        List<MenuRow> rows = new ArrayList<>();
        int start = 0;
        while (start < candidates.size()) {
            String group = candidates.get(start).group();
            int end = start;
            while (end < candidates.size() && Objects.equals(candidates.get(end).group(), group)) {
                end++;
            }
            if (group != null) {
                rows.add(CandidateList.heading(group, screen));
            }
            addGroup(rows, start, end, selected);
            start = end;
        }
        return rows;
    }

    private void addGroup(List<MenuRow> rows, int start, int end, int selected) {
        int widest = candidates.subList(start, end).stream()
                .mapToInt(each -> DisplayWidth.of(SafeText.clean(CandidateList.name(each))))
                .max()
                .orElse(0);
        int column = Math.min(screen.width(), CandidateList.MARGIN + widest);
        int columns = Math.max(1, screen.width() / column);
        int height = (end - start + columns - 1) / columns;
        for (int row = 0; row < height; row++) {
            StyledLine line = new StyledLine(screen);
            List<Integer> within = new ArrayList<>();
            for (int at = start + row; at < end; at += height) {
                line.spaceTo(within.size() * column);
                CandidateList.named(
                        line,
                        screen.theme(),
                        CandidateList.name(candidates.get(at)),
                        column - CandidateList.MARGIN,
                        at == selected);
                within.add(at);
            }
            rows.add(new MenuRow(line.toString(), List.copyOf(within)));
        }
    }
}
