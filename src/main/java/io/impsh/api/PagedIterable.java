package io.impsh.api;

import java.util.List;

public final class PagedIterable<T> implements Iterable<T> {
    PagedIterable() {}

    @Override
    public PagedIterator<T> iterator() {
        throw new UnsupportedOperationException();
    }

    public PagedIterable<T> ahead(int pages) {
        throw new UnsupportedOperationException();
    }

    public List<T> toList() {
        throw new UnsupportedOperationException();
    }
}
