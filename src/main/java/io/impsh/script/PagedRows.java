package io.impsh.script;

/** A long list of which a part is shown at a time. */
interface PagedRows {
    /** The next part, no longer than that; it may ask the service. */
    Shown take(int rows);

    /** How many have been taken by now. */
    long taken();

    /** Whether there is another part; it may ask the service. */
    boolean hasMore();

    /** How many rows there are, or -1 while that is not known. */
    long total();

    /** How many rows there are at least, as far as that can be told without asking; 0 if it cannot. */
    default long atLeast() {
        return 0;
    }

    /** Whether a change in the cloud cannot shift what is left. */
    default boolean isSettled() {
        return true;
    }

    /** Breaks off what {@link #take} or {@link #hasMore} is waiting for; may be called from any thread. */
    default void cancel() {
        // nothing is waited for
    }
}
