package io.impsh.logs;

import io.impsh.api.LogPage;
import io.impsh.model.LogEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the stored log of one device back to some time, page after page, as if it had been asked for in one piece. Lines
 * that are logged meanwhile shift the pages, so that lines that were read come again at the head of a page. Where lines
 * that are all alike leave it open how many of them come again, the first page is read again: it tells how much was
 * logged since.
 */
final class StoredLog {
    /** Pages of another size end elsewhere, maybe not between lines that are alike. */
    private static final int[] PERCENT = {100, 97, 89};

    private static final int LOOKS = 12;
    private static final int UNCLEAR = -1;
    /** A log that is cut off has some round number of lines. */
    private static final int CUT = 50;

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
     * @param toEnd whether no line was older; also when the pages could not be joined, as more came than could be read
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
        Walk walk = null;
        for (int percent : PERCENT) {
            walk = new Walk(from, Math.max(1, largest * percent / 100));
            if (walk.isJoined()) {
                break;
            }
        }
        return walk.reading();
    }

    /**
     * The newest page alone, for one who does not mind older lines. Not all lines of the millisecond that it begins in
     * may be on it: there they are left out.
     *
     * @throws io.impsh.UserException when the page cannot be had
     */
    Reading newest(Instant from) {
        LogPage page = pages.page(1, largest);
        boolean hasOlder = hasOlder(page, from);
        if (hasOlder || page.last()) {
            return new Reading(page.entries(), !hasOlder, false);
        }
        Instant begin = new Reading(page.entries(), true, false).oldest();
        List<LogEntry> whole = page.entries().stream()
                .filter(entry -> entry.time() != null && entry.time().isAfter(begin))
                .toList();
        return new Reading(whole, true, false);
    }

    private static boolean hasOlder(LogPage page, Instant from) {
        return page.entries().stream()
                .anyMatch(entry -> entry.time() != null && entry.time().isBefore(from));
    }

    /** One walk down the pages. */
    private final class Walk {
        private final int size;
        private final List<LogEntry> read;
        private LogPage page;
        /** How many lines are before the page. */
        private int before;

        /** Whether nothing was logged between the newest line that was read and the page. */
        private boolean isUnchanged;

        private final boolean toEnd;
        private final boolean isJoined;

        Walk(Instant from, int size) {
            this.size = size;
            this.page = pages.page(1, size);
            this.read = new ArrayList<>(page.entries());
            boolean joined = true;
            while (joined && !page.last() && !hasOlder(page, from)) {
                before += size;
                page = pages.page(1 + before / size, size);
                joined = join();
            }
            this.isJoined = joined;
            this.toEnd = !joined || !hasOlder(page, from);
        }

        boolean isJoined() {
            return isJoined;
        }

        Reading reading() {
            boolean isFull = before > 0 && (before + page.entries().size()) % CUT == 0;
            return new Reading(read, toEnd, toEnd && isFull);
        }

        /** Adds what is new of the page; false when it cannot be told what that is. */
        private boolean join() {
            isUnchanged = false;
            for (int look = 0; look < LOOKS; look++) {
                int place = page.entries().isEmpty() ? read.size() : place();
                if (place != UNCLEAR) {
                    int known = Math.min(read.size() - place, page.entries().size());
                    read.addAll(page.entries().subList(known, page.entries().size()));
                    return true;
                }
                if (addNewest() > 0) {
                    page = pages.page(1 + before / size, size);
                }
            }
            return false;
        }

        /** Where among the lines read the page begins; it cannot begin later than with nothing logged meanwhile. */
        private int place() {
            int found = UNCLEAR;
            for (int place = Math.min(before, read.size()); place >= 0; place--) {
                if (fits(place)) {
                    if (found != UNCLEAR) {
                        return isUnchanged ? found : UNCLEAR;
                    }
                    found = place;
                }
            }
            return found;
        }

        private boolean fits(int place) {
            List<LogEntry> entries = page.entries();
            if (place == read.size()) {
                return !isNewer(entries, read);
            }
            int common = Math.min(read.size() - place, entries.size());
            return read.subList(place, place + common).equals(entries.subList(0, common));
        }

        /** Adds what was logged since, and tells how much that was. */
        private int addNewest() {
            List<LogEntry> newest = pages.page(1, size).entries();
            for (int count = 0; count < newest.size(); count++) {
                int common = Math.min(newest.size() - count, read.size());
                if (newest.subList(count, count + common).equals(read.subList(0, common))) {
                    read.addAll(0, newest.subList(0, count));
                    isUnchanged = count == 0;
                    return count;
                }
            }
            isUnchanged = false;
            return newest.size();
        }
    }

    private static boolean isNewer(List<LogEntry> page, List<LogEntry> read) {
        Instant head = page.isEmpty() ? null : page.get(0).time();
        Instant tail = read.isEmpty() ? null : read.get(read.size() - 1).time();
        return head != null && tail != null && head.isAfter(tail);
    }
}
