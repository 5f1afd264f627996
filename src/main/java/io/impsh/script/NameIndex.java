package io.impsh.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of everything in the account, for completion and for {@code get} at the prompt. It only remembers: what it
 * says may be out of date, and is verified before it is used. Safe for use by several threads.
 */
final class NameIndex {
    /** One name and what it belongs to. */
    record Entry(String name, String id) {}

    /** The names of one kind in alphabetical order. */
    private record Names(String[] names, String[] ids) {
        static Names of(List<Entry> entries) {
            List<Entry> sorted = new ArrayList<>(entries);
            sorted.sort(java.util.Comparator.comparing(Entry::name));
            return new Names(
                    sorted.stream().map(Entry::name).toArray(String[]::new),
                    sorted.stream().map(Entry::id).toArray(String[]::new));
        }

        int firstNotBefore(String prefix) {
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

    private record Snapshot(Map<String, Names> kinds, Instant taken) {}

    private volatile Snapshot snapshot = new Snapshot(Map.of(), null);

    /** Takes over what a listing or a cache file said. */
    void replace(Map<String, List<Entry>> kinds, Instant taken) {
        Map<String, Names> sorted = new HashMap<>();
        kinds.forEach((kind, entries) -> sorted.put(kind, Names.of(entries)));
        snapshot = new Snapshot(sorted, taken);
    }

    /** When it was read from the service, or {@code null} for never. */
    Instant taken() {
        return snapshot.taken();
    }

    /** The ids that go by the name; empty when it is not known. */
    List<String> idsOf(String kind, String name) {
        Names known = snapshot.kinds().get(kind);
        List<String> ids = new ArrayList<>();
        if (known != null) {
            for (int i = known.firstNotBefore(name); i < known.names().length && known.names()[i].equals(name); i++) {
                ids.add(known.ids()[i]);
            }
        }
        return ids;
    }

    /** Names that begin with the prefix, each once, at most so many. */
    List<String> startingWith(String kind, String prefix, int most) {
        Names known = snapshot.kinds().get(kind);
        List<String> found = new ArrayList<>();
        if (known != null) {
            int i = known.firstNotBefore(prefix);
            while (i < known.names().length && found.size() < most && known.names()[i].startsWith(prefix)) {
                String name = known.names()[i++];
                if (found.isEmpty() || !found.get(found.size() - 1).equals(name)) {
                    found.add(name);
                }
            }
        }
        return found;
    }

    /** Everything it knows, to be kept for the next session. */
    Map<String, List<Entry>> entries() {
        Map<String, List<Entry>> all = new HashMap<>();
        snapshot.kinds().forEach((kind, names) -> {
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < names.names().length; i++) {
                entries.add(new Entry(names.names()[i], names.ids()[i]));
            }
            all.put(kind, entries);
        });
        return all;
    }
}
