package io.impsh.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

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
    /** As they are compared in any case: made once, as a Tab may look at all of them; mostly the names themselves. */
    private final String[] folded;

    private final String[] ids;
    private final String[] details;
    /** What goes by other names now, by id; gone if by none. */
    private final Map<String, List<NameIndex.Entry>> changed;

    private KnownNames(
            String[] names,
            String[] folded,
            String[] ids,
            String[] details,
            Map<String, List<NameIndex.Entry>> changed) {
        this.names = names;
        this.folded = folded;
        this.ids = ids;
        this.details = details;
        this.changed = changed;
    }

    static KnownNames of(List<NameIndex.Entry> entries) {
        List<NameIndex.Entry> sorted = new ArrayList<>(entries);
        sorted.sort(BY_NAME);
        boolean hasDetails = sorted.stream().anyMatch(entry -> entry.detail() != null);
        return new KnownNames(
                sorted.stream().map(NameIndex.Entry::name).toArray(String[]::new),
                sorted.stream().map(entry -> Matching.folded(entry.name())).toArray(String[]::new),
                sorted.stream().map(NameIndex.Entry::id).toArray(String[]::new),
                hasDetails ? sorted.stream().map(NameIndex.Entry::detail).toArray(String[]::new) : null,
                Map.of());
    }

    /** From now on the id goes by these names and no other. */
    KnownNames with(String id, List<NameIndex.Entry> now) {
        Map<String, List<NameIndex.Entry>> more = new HashMap<>(changed);
        more.put(id, List.copyOf(now));
        KnownNames next = new KnownNames(names, folded, ids, details, more);
        return more.size() > MOST_CHANGES ? of(next.entries()) : next;
    }

    List<NameIndex.Entry> entries() {
        List<NameIndex.Entry> all = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            if (!changed.containsKey(ids[i])) {
                all.add(entry(i));
            }
        }
        changed.values().forEach(all::addAll);
        return all;
    }

    List<String> idsOf(String name) {
        List<String> found = new ArrayList<>();
        for (int i = firstNotBefore(name); i < names.length && names[i].equals(name); i++) {
            if (!changed.containsKey(ids[i])) {
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
     */
    Found matching(String typed, int most) {
        Gathering found = new Gathering(most);
        String any = Matching.folded(typed);
        found.add(firstNotBefore(typed), (name, folded) -> name.startsWith(typed), true);
        if (!typed.isEmpty()) {
            found.add(0, (name, folded) -> folded.startsWith(any) && !name.startsWith(typed), false);
        }
        if (found.total == 0) {
            found.add(0, (name, folded) -> Matching.hasWithin(name, folded, typed, any), false);
        }
        return new Found(found.entries, found.total);
    }

    /** Collects hits up to a bound, and counts the others. */
    private final class Gathering {
        private final int most;
        private final List<NameIndex.Entry> entries = new ArrayList<>();
        private int total;

        Gathering(int most) {
            this.most = most;
        }

        /**
         * @param test on a name, and on what it is when the case does not matter
         * @param together whether the hits stand together from the first on
         */
        void add(int first, BiPredicate<String, String> test, boolean together) {
            List<NameIndex.Entry> hits = new ArrayList<>();
            String last = null;
            for (int i = first; i < names.length; i++) {
                if (!test.test(names[i], folded[i])) {
                    if (together) {
                        break;
                    }
                } else if (!names[i].equals(last) && !changed.containsKey(ids[i])) {
                    last = names[i];
                    total++;
                    if (hits.size() < most) {
                        hits.add(entry(i));
                    }
                }
            }
            addChanged(hits, test);
            hits.stream().limit(Math.max(0, most - entries.size())).forEach(entries::add);
        }

        private void addChanged(List<NameIndex.Entry> hits, BiPredicate<String, String> test) {
            int before = hits.size();
            for (List<NameIndex.Entry> now : changed.values()) {
                for (NameIndex.Entry entry : now) {
                    if (test.test(entry.name(), Matching.folded(entry.name()))
                            && hits.stream().noneMatch(hit -> hit.name().equals(entry.name()))) {
                        hits.add(entry);
                    }
                }
            }
            total += hits.size() - before;
            if (hits.size() > before) {
                hits.sort(BY_NAME);
            }
        }
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
