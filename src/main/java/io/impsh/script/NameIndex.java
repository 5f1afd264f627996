package io.impsh.script;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of everything in the account, for completion and for {@code get} at the prompt. It only remembers: what it
 * says may be out of date, and is verified before it is used. What this session writes is in it at once, also while it is
 * being read anew. Safe for use by several threads.
 */
final class NameIndex {
    /**
     * One name and what it belongs to.
     *
     * @param detail what people know it by besides, such as kind and product of a group; {@code null} where the id says it
     */
    record Entry(String name, String id, String detail) {
        Entry(String name, String id) {
            this(name, id, null);
        }
    }

    private record Change(String kind, String id, List<Entry> names) {}

    private record Snapshot(Map<String, KnownNames> kinds, Instant taken) {}

    private volatile Snapshot snapshot = new Snapshot(Map.of(), null);
    private volatile boolean reading;
    /** What was written since the present reading began, which it may not have seen. */
    private final List<Change> writtenMeanwhile = new ArrayList<>();

    private volatile long changes;

    /** To be called before the first page is asked for that {@link #replace} brings. */
    private volatile boolean outdated;

    synchronized void beginReading() {
        reading = true;
        writtenMeanwhile.clear();
    }

    /** The reading has failed, or is over. */
    synchronized void endReading() {
        reading = false;
        writtenMeanwhile.clear();
    }

    /** Names have changed in some way that is not known here. */
    void outdate() {
        outdated = true;
    }

    /** Whether that was said since it was asked last. */
    boolean takeOutdated() {
        boolean was = outdated;
        outdated = false;
        return was;
    }

    boolean isBeingRead() {
        return reading;
    }

    /** Takes over what a listing or a cache file said, and once more what was written meanwhile. */
    synchronized void replace(Map<String, List<Entry>> kinds, Instant taken) {
        Map<String, KnownNames> sorted = new HashMap<>();
        kinds.forEach((kind, entries) -> sorted.put(kind, KnownNames.of(entries)));
        snapshot = new Snapshot(sorted, taken);
        writtenMeanwhile.forEach(this::apply);
    }

    /** From now on the id goes by these names and no other. As long as nothing was read nothing is kept. */
    synchronized void put(String kind, String id, List<Entry> names) {
        Change change = new Change(kind, id, names);
        if (reading) {
            writtenMeanwhile.add(change);
        }
        if (snapshot.taken() != null) {
            apply(change);
        }
    }

    void remove(String kind, String id) {
        put(kind, id, List.of());
    }

    private void apply(Change change) {
        Map<String, KnownNames> kinds = new HashMap<>(snapshot.kinds());
        kinds.put(change.kind(), known(change.kind()).with(change.id(), change.names()));
        snapshot = new Snapshot(kinds, snapshot.taken());
        changes++;
    }

    private KnownNames known(String kind) {
        return snapshot.kinds().getOrDefault(kind, KnownNames.NONE);
    }

    /** How many changes it has taken, to tell whether a copy of it is still right. */
    long changes() {
        return changes;
    }

    /** When it was read from the service, or {@code null} for never. */
    Instant taken() {
        return snapshot.taken();
    }

    /** The ids that go by the name; empty when it is not known. */
    List<String> idsOf(String kind, String name) {
        return known(kind).idsOf(name);
    }

    /** A name that the id goes by, or {@code null}. */
    String nameOf(String kind, String id) {
        return known(kind).nameOf(id);
    }

    /** Names that agree with what was typed, the closest first, at most so many. */
    KnownNames.Found matching(String kind, String typed, int most) {
        return known(kind).matching(typed, most);
    }

    /** Everything it knows, to be kept for the next session. */
    Map<String, List<Entry>> entries() {
        Map<String, List<Entry>> all = new HashMap<>();
        snapshot.kinds().forEach((kind, names) -> all.put(kind, names.entries()));
        return all;
    }
}
