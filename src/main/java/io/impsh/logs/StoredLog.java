package io.impsh.logs;

import io.impsh.api.LogPage;
import io.impsh.model.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the stored log of one device back to some time, page after page, as if it had been asked for in one piece. Lines
 * that are logged meanwhile shift the pages: where the head of a page is the tail of what was read, it is left out. Where
 * that cannot be told, because of lines that are all alike, the first page tells whether anything was shifted; if so, all
 * is read again in pages of another size, which end elsewhere.
 */
final class StoredLog {
    private static final int[] PERCENT = {100, 97, 89, 83, 79, 73, 71, 67};
    /** A log that is cut off has some round number of lines. */
    private static final int CUT = 50;

    private static final int UNCLEAR = -1;

    private final Pages pages;
    private final int largest;

    /** Where pages come from. */
    interface Pages {
        LogPage page(int number, int size);
    }

    /**
     * What was read.
     *
     * @param newestFirst back to a line that is older than was asked for, and some more, or to the log's end
     * @param toEnd whether no line was older
     * @param isFull whether the log is as long as one is that is cut off
     */
    record Reading(List<LogEntry> newestFirst, boolean toEnd, boolean isFull) {
        /** When the oldest line was logged, or {@code null}. */
        Instant oldest() {
            for (int i = newestFirst.size() - 1; i >= 0; i--) {
                if (newestFirst.get(i).time() != null) {
                    return newestFirst.get(i).time();
                }
            }
            return null;
        }
    }

    /** @param largest how many lines on a page */
    StoredLog(Pages pages, int largest) {
        this.pages = pages;
        this.largest = largest;
    }

    /** @throws io.impsh.UserException when a page cannot be had */
    Reading read(Instant from) {
        for (int attempt = 0; attempt < PERCENT.length - 1; attempt++) {
            Reading reading = read(from, size(attempt), false);
            if (reading != null) {
                return reading;
            }
        }
        return read(from, size(PERCENT.length - 1), true);
    }

    private int size(int attempt) {
        return Math.max(1, largest * PERCENT[attempt] / 100);
    }

    /** {@code null} when the pages cannot be joined; as the last chance they are joined as is likely. */
    private Reading read(Instant from, int size, boolean lastChance) {
        LogPage first = pages.page(1, size);
        List<LogEntry> read = new ArrayList<>(first.entries());
        LogPage page = first;
        int before = 0;
        while (!page.last() && !hasOlder(page, from)) {
            before += size;
            page = pages.page(1 + before / size, size);
            int repeated = repeated(read, page.entries());
            boolean unclear = repeated == UNCLEAR || repeated > 0 && isOneTime(page.entries(), repeated);
            if (unclear && pages.page(1, size).entries().equals(first.entries())) {
                repeated = 0;
            } else if (unclear && !lastChance) {
                return null;
            }
            List<LogEntry> added = page.entries();
            read.addAll(
                    repeated == UNCLEAR ? List.of() : added.subList(Math.min(repeated, added.size()), added.size()));
        }
        boolean toEnd = !hasOlder(page, from);
        int length = before + page.entries().size();
        return new Reading(read, toEnd, toEnd && before > 0 && length % CUT == 0);
    }

    private static boolean hasOlder(LogPage page, Instant from) {
        return page.entries().stream()
                .anyMatch(entry -> entry.time() != null && entry.time().isBefore(from));
    }

    /** How many lines at the head of a page were read already; the largest number that it can be. */
    private static int repeated(List<LogEntry> read, List<LogEntry> page) {
        for (int shift = page.isEmpty() ? 0 : read.size(); shift > 0; shift--) {
            int common = Math.min(shift, page.size());
            int begin = read.size() - shift;
            if (read.get(begin).equals(page.get(0))
                    && read.subList(begin, begin + common).equals(page.subList(0, common))) {
                return shift;
            }
        }
        return isNewer(page, read) ? UNCLEAR : 0;
    }

    /** More was logged between two pages than was read before. */
    private static boolean isNewer(List<LogEntry> page, List<LogEntry> read) {
        Instant head = page.isEmpty() ? null : page.get(0).time();
        Instant tail = read.isEmpty() ? null : read.get(read.size() - 1).time();
        return head != null && tail != null && head.isAfter(tail);
    }

    /** Lines of one time may be alike without being the same. */
    private static boolean isOneTime(List<LogEntry> page, int count) {
        List<LogEntry> head = page.subList(0, Math.min(count, page.size()));
        return head.stream().map(LogEntry::time).distinct().count() == 1;
    }
}
