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

    /** Whether all that is left is here already, so that walking on asks nothing. */
    default boolean isFetched() {
        return false;
    }

    /** How many rows there are at least, going by what the service has said; 0 while it has said nothing. */
    default long atLeast() {
        return 0;
    }

    @Override
    void close();
}
