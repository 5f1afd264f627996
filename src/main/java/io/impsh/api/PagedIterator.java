package io.impsh.api;

import java.util.Iterator;

/**
 * Walks a listing once, a few pages ahead of its caller. Not safe for use by several threads. Whoever stops before the
 * end should close it, which cancels what is being fetched.
 *
 * <p>{@code hasNext} may throw whatever a request may throw.
 */
public interface PagedIterator<T> extends Iterator<T>, AutoCloseable {
    /** Fetches every page that is left into memory now, before a write shifts the rows under the pager. */
    void readAhead();

    @Override
    void close();
}
