package io.impsh.sandbox;

/** Times of the service, in milliseconds since 1970. */
final class ServiceClock {
    private long last;

    /** The present. */
    long now() {
        return Math.max(last, System.currentTimeMillis());
    }

    /** The latest time that was given to anything. */
    long last() {
        return last;
    }

    /** Nothing gets an earlier time from now on. */
    void goOnFrom(long time) {
        last = Math.max(last, time);
    }

    /** Never the same twice, so that what came later can always be told; for few things, as it may run ahead. */
    long next() {
        last = Math.max(last + 1, System.currentTimeMillis());
        return last;
    }
}
