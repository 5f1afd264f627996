package io.impsh.output;

import io.impsh.script.Shown;
import java.util.Map;

/** Numbers by name, each with a bar. */
final class CountBars {
    private static final int LONGEST = 40;
    private static final int GAP = 2;
    private static final int LEAST_NAME = 12;
    private static final int LONGEST_LINE = Integer.MAX_VALUE;

    private final Map<String, Long> counts;
    private final long most;

    CountBars(Shown.Counts shown) {
        counts = shown.counts();
        most = shown.most();
    }

    void write(Lines out, Screen screen) {
        if (counts.isEmpty()) {
            out.add("nothing to count");
            return;
        }
        int digits = counts.values().stream().mapToInt(CountBars::digits).max().orElse(0);
        int names =
                Math.min(longestName(), screen.isTerminal() ? Math.max(LEAST_NAME, screen.width() / 2) : LONGEST_LINE);
        int barStart = ColumnWidths.MARGIN + names + GAP + digits + GAP;
        int longest = screen.isTerminal() ? Math.max(0, Math.min(LONGEST, screen.width() - barStart)) : LONGEST;
        counts.forEach((name, count) -> {
            StyledLine line = new StyledLine(screen).space(ColumnWidths.MARGIN);
            line.foreign(Theme.plain(), name, names)
                    .spaceTo(barStart - GAP - digits(count))
                    .own(Long.toString(count));
            String bar = Glyphs.of(screen).block().repeat(length(count, most, longest));
            out.add(bar.isEmpty() ? line : line.space(GAP).own(screen.theme().name(), bar));
        });
    }

    /** One block each while they fit, else to scale, with one block for the smallest that is not nothing. */
    private static int length(long count, long most, int longest) {
        if (most <= longest) {
            return (int) count;
        }
        return count == 0 ? 0 : (int) Math.max(Math.min(1, longest), Math.round((double) count * longest / most));
    }

    private int longestName() {
        return counts.keySet().stream()
                .mapToInt(name -> DisplayWidth.of(SafeText.clean(name)))
                .max()
                .orElse(0);
    }

    private static int digits(long count) {
        return Long.toString(count).length();
    }
}
