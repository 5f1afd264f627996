package io.impsh.api;

import java.util.LinkedHashSet;
import java.util.Set;

/** The ids of the last rows, to recognise one that comes again because rows shifted while being paged through. */
final class RecentIds {
    private static final int KEPT = 10_000;

    private final Set<String> ids = new LinkedHashSet<>();

    /** False when it was there already. */
    boolean add(String id) {
        if (id == null) {
            return true;
        }
        boolean isNew = ids.add(id);
        if (ids.size() > KEPT) {
            ids.remove(ids.iterator().next());
        }
        return isNew;
    }
}
