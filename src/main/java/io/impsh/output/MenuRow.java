package io.impsh.output;

import java.util.List;

/**
 * One line of the menu.
 *
 * @param candidates the numbers of those that stand in it; none for a heading
 */
record MenuRow(String line, List<Integer> candidates) {
    static MenuRow heading(StyledLine line) {
        return new MenuRow(line.toString(), List.of());
    }

    /** The rows there is room for, around the selected candidate, and how many candidates that leaves out. */
    static Part part(List<MenuRow> rows, int room, int selected) {
        if (rows.size() <= room) {
            return new Part(rows, 0);
        }
        int wanted = 0;
        while (selected >= 0 && !rows.get(wanted).candidates.contains(selected)) {
            wanted++;
        }
        int start = Math.max(0, wanted - room + 1);
        List<MenuRow> shown = rows.subList(start, start + room);
        return new Part(shown, count(rows) - count(shown));
    }

    private static int count(List<MenuRow> rows) {
        return rows.stream().mapToInt(row -> row.candidates.size()).sum();
    }

    /** A stretch of the rows. */
    record Part(List<MenuRow> rows, int hidden) {}
}
