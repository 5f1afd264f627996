package io.impsh.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Walks the rows of a listing's pages, each id once. */
final class RowIterator<T> implements PagedIterator<T> {
    private final PageFetcher<T> pages;
    private final Function<T, String> id;
    private final int widest;
    private final RecentIds seen = new RecentIds();
    private final Deque<T> rows = new ArrayDeque<>();
    private int halfOfPage;

    RowIterator(PageFetcher<T> pages, Function<T, String> id, int widest) {
        this.pages = pages;
        this.id = id;
        this.widest = widest;
    }

    @Override
    public boolean hasNext() {
        while (rows.isEmpty()) {
            Page<T> page = pages.next();
            if (page == null) {
                return false;
            }
            keep(page.items());
            halfOfPage = rows.size() / 2;
            if (pages.isWide()) {
                pages.fetchAhead();
            }
        }
        return true;
    }

    /** The page ahead is asked for at half of the present one: who wants the first row only shall not pay for two. */
    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T row = rows.remove();
        if (rows.size() == halfOfPage && pages.isAhead()) {
            pages.fetchAhead();
        }
        return row;
    }

    @Override
    public void readAhead() {
        pages.widen(widest);
        for (Page<T> page = pages.next(); page != null; page = pages.next()) {
            keep(page.items());
        }
    }

    @Override
    public boolean isFetched() {
        return pages.isOver();
    }

    @Override
    public long atLeast() {
        return pages.atLeast();
    }

    private void keep(List<T> items) {
        for (T item : items) {
            if (seen.add(id.apply(item))) {
                rows.add(item);
            }
        }
    }

    @Override
    public void close() {
        pages.close();
        rows.clear();
    }
}
