package io.impsh.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * The names of one kind in alphabetical order, and on top of them what has changed since they were read. Immutable; plain
 * arrays, as there may be a hundred thousand.
 */
final class KnownNames {
    /** Names of one search, and how many there are in all. */
    record Found(List<NameIndex.Entry> entries, int total) {}

    static final KnownNames NONE = of(List.of());

    /** Not {@code Comparator.comparing}, whose class no archive of JDK 17 holds: it is needed at every start. */
    private static final Comparator<NameIndex.Entry> BY_NAME =
            (one, other) -> one.name().compareTo(other.name());

    /** With more changes than that they are sorted in. */
    private static final int MOST_CHANGES = 500;

    private final String[] names;
    private final FoldedNames folded;

    /** Where the names stand that are not as they are compared. */
    private final int[] cased;
    /** How many different names stand before each place, so that hits that stand together need not be looked at to count. */
    private final int[] different;

    private final String[] ids;
    private final String[] details;
    /** What goes by other names now, by id; gone if by none. */
    private final Map<String, List<NameIndex.Entry>> changed;

    private KnownNames(List<NameIndex.Entry> sorted) {
        names = sorted.stream().map(NameIndex.Entry::name).toArray(String[]::new);
        folded = new FoldedNames(names);
        cased = IntStream.range(0, names.length)
                .filter(i -> !Matching.folded(names[i]).equals(names[i]))
                .toArray();
        different = new int[names.length + 1];
        for (int i = 0; i < names.length; i++) {
            different[i + 1] = different[i] + (i > 0 && names[i].equals(names[i - 1]) ? 0 : 1);
        }
        ids = sorted.stream().map(NameIndex.Entry::id).toArray(String[]::new);
        boolean hasDetails = sorted.stream().anyMatch(entry -> entry.detail() != null);
        details = hasDetails ? sorted.stream().map(NameIndex.Entry::detail).toArray(String[]::new) : null;
        changed = Map.of();
    }

    private KnownNames(KnownNames before, Map<String, List<NameIndex.Entry>> changed) {
        this.names = before.names;
        this.folded = before.folded;
        this.cased = before.cased;
        this.different = before.different;
        this.ids = before.ids;
        this.details = before.details;
        this.changed = changed;
    }

    static KnownNames of(List<NameIndex.Entry> entries) {
        List<NameIndex.Entry> sorted = new ArrayList<>(entries);
        sorted.sort(BY_NAME);
        return new KnownNames(sorted);
    }

    /** From now on the id goes by these names and no other. */
    KnownNames with(String id, List<NameIndex.Entry> now) {
        Map<String, List<NameIndex.Entry>> more = new HashMap<>(changed);
        more.put(id, List.copyOf(now));
        KnownNames next = new KnownNames(this, more);
        return more.size() > MOST_CHANGES ? of(next.entries()) : next;
    }

    List<NameIndex.Entry> entries() {
        List<NameIndex.Entry> all = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (!isChanged(i)) {
                all.add(entry(i));
            }
        }
        changed.values().forEach(all::addAll);
        return all;
    }

    List<String> idsOf(String name) {
        List<String> found = new ArrayList<>();
        for (int i = firstNotBefore(name); i < names.length && names[i].equals(name); i++) {
            if (!isChanged(i)) {
                found.add(ids[i]);
            }
        }
        changed.values().forEach(entries -> entries.stream()
                .filter(entry -> entry.name().equals(name))
                .forEach(entry -> found.add(entry.id())));
        return found;
    }

    /** A name that the id goes by, or {@code null}; looks at all of them. */
    String nameOf(String id) {
        List<NameIndex.Entry> now = changed.get(id);
        if (now != null) {
            return now.isEmpty() ? null : now.get(0).name();
        }
        int at = Arrays.asList(ids).indexOf(id);
        return at < 0 ? null : names[at];
    }

    /**
     * Names that begin with what was typed, each once; then those that begin so in other case. Only where there are none,
     * those that have it somewhere.
     *
     * @param most how many are named; the others are counted
     */
    Found matching(String typed, int most) {
        List<NameIndex.Entry> entries = new ArrayList<>();
        String any = Matching.folded(typed);
        int first = firstNotBefore(typed);
        int end = firstNotBefore(typed + Character.MAX_VALUE);
        int total = beginning(typed, first, end, most).appendTo(entries);
        if (!typed.isEmpty()) {
            total += inOtherCase(typed, any, first, end, most).appendTo(entries);
        }
        if (total == 0) {
            total = within(typed, any, most).appendTo(entries);
        }
        return new Found(entries, total);
    }

    private Gathering beginning(String typed, int first, int end, int most) {
        Gathering found = new Gathering(most, (name, other) -> name.startsWith(typed));
        found.take(first, end);
        return found;
    }

    /**
     * Those in small letters stand together, and only those with others have to be looked at.
     *
     * @param first of those that begin with what was typed
     * @param end of those
     */
    private Gathering inOtherCase(String typed, String any, int first, int end, int most) {
        Gathering found = new Gathering(most, (name, other) -> other.startsWith(any) && !name.startsWith(typed));
        int firstSmall = firstNotBefore(any);
        int endSmall = firstNotBefore(any + Character.MAX_VALUE);
        if (!any.equals(typed)) {
            found.take(firstSmall, endSmall);
        }
        for (int i : cased) {
            boolean isElsewhere = (i < first || i >= end) && (i < firstSmall || i >= endSmall);
            if (isElsewhere && folded.begins(i, any)) {
                found.add(i);
            }
        }
        return found;
    }

    private Gathering within(String typed, String any, int most) {
        Gathering found = new Gathering(most, (name, other) -> Matching.hasWithin(name, typed));
        if (Matching.isPart(typed)) {
            IntStream places = folded.having(any);
            if (Matching.hasHumps(typed)) {
                IntStream humps = Arrays.stream(cased).filter(i -> Matching.isHumpsOf(names[i], typed));
                places = IntStream.concat(places, humps).sorted().distinct();
            }
            places.forEach(found::add);
        }
        return found;
    }

    /** Collects hits up to a bound, and counts the others. */
    private final class Gathering {
        private final int most;
        private final BiPredicate<String, String> test;
        private final List<NameIndex.Entry> hits = new ArrayList<>();
        private int total;

        /** @param test on a name that has changed, and on what it is when the case does not matter */
        Gathering(int most, BiPredicate<String, String> test) {
            this.most = most;
            this.test = test;
        }

        /** Hits that stand together: beyond the bound they are counted without a look at them, while nothing has changed. */
        void take(int first, int end) {
            int i = first;
            while (i < end && (hits.size() < most || !changed.isEmpty())) {
                add(i++);
            }
            total += different[end] - different[i];
        }

        /** In the order of the places. */
        void add(int i) {
            if (isChanged(i) || isBefore(i)) {
                return;
            }
            total++;
            if (hits.size() < most) {
                hits.add(entry(i));
            }
        }

        /** Returns how many there are in all. */
        int appendTo(List<NameIndex.Entry> entries) {
            Set<String> more = new HashSet<>();
            changed.values()
                    .forEach(now -> now.forEach(entry -> {
                        String name = entry.name();
                        if (test.test(name, Matching.folded(name)) && !isUnchanged(name) && more.add(name)) {
                            hits.add(entry);
                        }
                    }));
            if (!more.isEmpty()) {
                hits.sort(BY_NAME);
            }
            hits.stream().limit(Math.max(0, most - entries.size())).forEach(entries::add);
            return total + more.size();
        }
    }

    /** Whether one that has not changed goes by it. */
    private boolean isUnchanged(String name) {
        int i = firstNotBefore(name);
        while (i < names.length && names[i].equals(name) && isChanged(i)) {
            i++;
        }
        return i < names.length && names[i].equals(name);
    }

    /** Whether one before this place goes by its name. */
    private boolean isBefore(int i) {
        int place = i;
        while (different[place + 1] == different[place]) {
            place--;
            if (!isChanged(place)) {
                return true;
            }
        }
        return false;
    }

    private boolean isChanged(int i) {
        return !changed.isEmpty() && changed.containsKey(ids[i]);
    }

    private NameIndex.Entry entry(int i) {
        return new NameIndex.Entry(names[i], ids[i], details == null ? null : details[i]);
    }

    private int firstNotBefore(String prefix) {
        int found = Arrays.binarySearch(names, prefix);
        if (found < 0) {
            return -found - 1;
        }
        while (found > 0 && names[found - 1].equals(prefix)) {
            found--;
        }
        return found;
    }
}
