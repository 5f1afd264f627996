package io.impsh.bulk;

import io.impsh.api.PagedIterator;
import java.util.function.Function;

/** The rows of a listing, each made into what is to be kept of it. */
final class MappedRows<T, R> implements PagedIterator<R> {
    private final PagedIterator<T> rows;
    private final Function<T, R> keep;

    MappedRows(PagedIterator<T> rows, Function<T, R> keep) {
        this.rows = rows;
        this.keep = keep;
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public R next() {
        return keep.apply(rows.next());
    }

    @Override
    public void readAhead() {
        rows.readAhead();
    }

    @Override
    public void close() {
        rows.close();
    }
}
