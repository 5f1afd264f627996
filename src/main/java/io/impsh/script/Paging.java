package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.Registration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/**
 * Shows the value of an input page by page where somebody reads it: the first page at once, the others when {@code it} is
 * entered. The next list takes the place of the one before.
 *
 * <p>A list that the service pages is not read ahead before a write, as it may be long: the next page says that rows may
 * be missing then. None comes twice.
 */
final class Paging {
    /** Elements that are no rows are shown in larger pieces: several may stand on a line. */
    private static final int LEAST_ELEMENTS = 100;

    private static final String NOTHING_LEFT = "nothing is left to show";

    private final Host host;
    private PagedRows open;
    private boolean changed;
    private int rows;
    private String nothingLeft = NOTHING_LEFT;

    Paging(Host host) {
        this.host = host;
    }

    /** The value of an input: what is too long for a page becomes its first page. */
    Shown first(Value value, Display display) {
        if (NextPage.is(value)) {
            return next();
        }
        if (GuestValues.isPromise(value)) {
            host.io().notice("this is a promise; calls are synchronous here: leave out async and .then()");
        }
        rows = host.io().pageRows();
        if (rows <= 0) {
            return display.of(value);
        }
        if (isLongArray(value)) {
            return begin(new PagedList(value.getArraySize(), (from, to) -> display.of(slice(value, from, to))));
        }
        Shown whole = display.of(value);
        if (whole instanceof Shown.Counts counts) {
            return first(counts, whole);
        }
        if (whole instanceof Shown.Groups groups) {
            return first(groups.counts(), whole);
        }
        if (!(whole instanceof Shown.Listing listing)) {
            return whole;
        }
        if (listing.items() instanceof QueryRows<?> found) {
            return begin(new PagedQuery<>(listing, found));
        }
        return listing.items() instanceof List<Shown.Item> items ? begin(listing, items) : whole;
    }

    private Shown first(Shown.Counts counts, Shown whole) {
        List<Map.Entry<String, Long>> all = List.copyOf(counts.counts().entrySet());
        if (all.size() <= rows) {
            return whole;
        }
        return begin(new PagedList(
                all.size(),
                (from, to) -> new Shown.Counts(counts.column(), asMap(all.subList(from, to)), counts.most())));
    }

    private static Map<String, Long> asMap(List<Map.Entry<String, Long>> entries) {
        Map<String, Long> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private Shown begin(Shown.Listing listing, List<Shown.Item> items) {
        return begin(new PagedList(
                items.size(),
                (from, to) -> new Shown.Listing(
                        listing.noun(), listing.columns(), listing.csvColumns(), items.subList(from, to))));
    }

    private boolean isLongArray(Value value) {
        if (value == null || value.isProxyObject() || !value.hasArrayElements() || !value.canInvokeMember("slice")) {
            return false;
        }
        long size = value.getArraySize();
        if (size <= rows) {
            return false;
        }
        Value first = value.getArrayElement(0);
        boolean elements = !first.hasMembers() || first.hasArrayElements() || first.isString();
        if (elements) {
            rows = Math.max(rows, LEAST_ELEMENTS);
        }
        return size > rows;
    }

    private static Value slice(Value array, int from, int to) {
        return array.invokeMember("slice", from, to);
    }

    private Shown begin(PagedRows list) {
        open = list;
        changed = false;
        return page();
    }

    /** The next page of the list that was shown last. */
    Shown next() {
        if (host.io().pageRows() <= 0) {
            throw new UserException(
                    "NOT_PAGED",
                    "'it' shows the next page of a list at the prompt; here lists are printed whole",
                    "first(n) and limit(n) take a part of a list");
        }
        if (open == null) {
            host.io().notice(nothingLeft);
            return new Shown.Nothing();
        }
        return page();
    }

    /** Something is about to be changed in the cloud. */
    void beforeWrite() {
        changed |= open != null && !open.isSettled();
    }

    private Shown page() {
        PagedRows list = open;
        open = null;
        nothingLeft = NOTHING_LEFT + ": the list was broken off";
        Shown page = cancellable(list, () -> part(list));
        nothingLeft = NOTHING_LEFT;
        return page;
    }

    private Shown part(PagedRows list) {
        Shown part = list.take(rows);
        boolean more = list.hasMore();
        Shown.Page page = new Shown.Page(part, list.taken(), list.total(), list.atLeast(), more, changed);
        changed = false;
        open = more ? list : null;
        return page;
    }

    private <R> R cancellable(PagedRows list, Supplier<R> work) {
        Registration stopping = host.evaluation().cancellation().onCancel(list::cancel);
        try {
            return work.get();
        } finally {
            stopping.close();
        }
    }
}
