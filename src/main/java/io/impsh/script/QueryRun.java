package io.impsh.script;

import io.impsh.api.PagedIterator;
import io.impsh.model.Entity;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One walk through a query's results. It asks the service page by page; {@link #readAhead} fetches what is left, because
 * rows shift under a pager once something is written.
 *
 * <p>What is left of it ends with the evaluation at the latest.
 */
final class QueryRun<T> implements Iterator<T> {
    /** Listings to be walked one after the other, each begun when the one before is through. */
    private final List<Supplier<PagedIterator<T>>> waiting;

    private final Set<String> seen;
    private PagedIterator<T> pages;
    private Iterator<T> stepped;

    private QueryRun(List<Supplier<PagedIterator<T>>> listings) {
        waiting = new ArrayList<>(listings);
        seen = listings.size() > 1 ? new TreeSet<>() : null;
    }

    /** @param steps what the query does to its rows, from the pages to the results */
    static <T> QueryRun<T> of(List<Supplier<PagedIterator<T>>> listings, UnaryOperator<Iterator<T>> steps) {
        QueryRun<T> run = new QueryRun<>(listings);
        run.stepped = steps.apply(run.new Rows());
        return run;
    }

    @Override
    public boolean hasNext() {
        return stepped.hasNext();
    }

    @Override
    public T next() {
        return stepped.next();
    }

    boolean isOver() {
        return pages == null && waiting.isEmpty();
    }

    /** Whether all that is left is here already, so that walking on asks for no page. */
    boolean isFetched() {
        return waiting.isEmpty() && (pages == null || pages.isFetched());
    }

    /** How many rows the listing that is being walked has at least, before any step. */
    long atLeast() {
        return pages == null ? 0 : pages.atLeast();
    }

    /** Gives up on the rows that are left. */
    void close() {
        waiting.clear();
        if (pages != null) {
            pages.close();
            pages = null;
        }
    }

    void readAhead() {
        if (pages != null) {
            pages.readAhead();
        }
        for (int index = 0; index < waiting.size(); index++) {
            PagedIterator<T> begun = waiting.get(index).get();
            begun.readAhead();
            waiting.set(index, () -> begun);
        }
    }

    /** The rows as they come from the listings, before any step. */
    private final class Rows implements Iterator<T> {
        private T next;

        @Override
        public boolean hasNext() {
            while (next == null && advance()) {
                T row = pages.next();
                if (seen == null || seen.add(((Entity) row).id())) {
                    next = row;
                }
            }
            return next != null;
        }

        private boolean advance() {
            while (pages == null || !pages.hasNext()) {
                pages = null;
                if (waiting.isEmpty()) {
                    return false;
                }
                pages = waiting.remove(0).get();
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            T row = next;
            next = null;
            return row;
        }
    }
}
