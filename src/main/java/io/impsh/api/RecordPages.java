package io.impsh.api;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Walks a listing that is newest first and whose rows have no ids: logs and history. A page is asked for when the last
 * row of the one before it has been taken, and never earlier: who wants 250 lines pays for three requests.
 *
 * <p>What arrives meanwhile shifts the rows, so that the end of one page comes again at the beginning of the next. Those
 * are left out. Many equal rows in one millisecond cannot be told from a shift, and are kept.
 */
final class RecordPages<T> implements PagedIterator<T> {
    private final PageSource<T> source;
    private final Cancellation cancellation;
    private final Deque<T> rows = new ArrayDeque<>();
    private List<Map.Entry<String, String>> next;
    private List<T> before = List.of();

    RecordPages(PageSource<T> source, Cancellation cancellation) {
        this.source = source;
        this.cancellation = cancellation;
        this.next = source.query(1);
    }

    @Override
    public boolean hasNext() {
        while (rows.isEmpty() && next != null) {
            fetch();
        }
        return !rows.isEmpty();
    }

    private void fetch() {
        List<Map.Entry<String, String>> asked = next;
        Page<T> page = source.fetch(asked, cancellation);
        List<T> items = page.items();
        rows.addAll(items.subList(repeated(before, items), items.size()));
        before = items;
        next = page.isLast() || page.next().equals(asked) ? null : page.next();
    }

    /** How many rows at the beginning of a page are the end of the page before it. */
    private static <T> int repeated(List<T> before, List<T> items) {
        for (int count = Math.min(before.size(), items.size()); count > 0; count--) {
            List<T> end = before.subList(before.size() - count, before.size());
            if (end.equals(items.subList(0, count))) {
                return count > 1 && isOneAndTheSame(end) ? 0 : count;
            }
        }
        return 0;
    }

    private static <T> boolean isOneAndTheSame(List<T> rows) {
        return rows.stream().distinct().count() == 1;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.remove();
    }

    @Override
    public void readAhead() {
        List<T> all = new ArrayList<>();
        while (hasNext()) {
            all.add(next());
        }
        rows.addAll(all);
    }

    @Override
    public boolean isFetched() {
        return next == null;
    }

    @Override
    public void close() {
        next = null;
        rows.clear();
    }
}
