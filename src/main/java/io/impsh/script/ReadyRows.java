package io.impsh.script;

import io.impsh.api.PagedIterator;
import java.util.Iterator;
import java.util.List;

/** Rows that are in memory already. */
final class ReadyRows<T> implements PagedIterator<T> {
    private final Iterator<T> rows;

    ReadyRows(List<T> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public T next() {
        return rows.next();
    }

    @Override
    public void readAhead() {
        // nothing is left to read
    }

    @Override
    public boolean isFetched() {
        return true;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
