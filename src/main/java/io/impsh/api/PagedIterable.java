package io.impsh.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A listing, fetched page by page while it is walked. May be walked several times, also by several threads at once:
 * each walk asks the service again. Rows that shift while being paged through do not come twice, but may be missed.
 */
public final class PagedIterable<T> implements Iterable<T> {
    private final IntFunction<PagedIterator<T>> walks;
    private final int widest;
    private final int ahead;

    PagedIterable(IntFunction<PagedIterator<T>> walks, int widest) {
        this(walks, widest, 1);
    }

    private PagedIterable(IntFunction<PagedIterator<T>> walks, int widest, int ahead) {
        this.walks = walks;
        this.widest = widest;
        this.ahead = ahead;
    }

    /** Asks nothing before the first {@code hasNext}. */
    @Override
    public PagedIterator<T> iterator() {
        return walks.apply(ahead);
    }

    /**
     * The same listing with up to that many pages asked for at once, within what the client allows; with 0 a page is only
     * asked for when its first row is.
     */
    public PagedIterable<T> ahead(int pages) {
        return new PagedIterable<>(walks, widest, Math.max(0, Math.min(pages, widest)));
    }

    /** All of it, with as many pages in flight as the client allows. */
    public List<T> toList() {
        List<T> all = new ArrayList<>();
        try (PagedIterator<T> rows = walks.apply(widest)) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}
