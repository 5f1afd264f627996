package io.impsh.bulk;

import java.time.Instant;

/** A plan that was applied, wholly or in part, as its journal tells. */
public final class JournalledPlan {
    /** How far it has come. */
    public enum Status {
        /** Some shell is applying it at this moment. */
        RUNNING,
        /** Every item has its outcome. */
        COMPLETE,
        /** It ended before everything was started: Ctrl-C, too many failures, a health check. */
        STOPPED,
        /** It ended without a word: a kill, a lost machine. */
        INTERRUPTED
    }

    /** The id by which it is resumed and undone. */
    public String id() {
        throw new UnsupportedOperationException();
    }

    /** As it was when it was applied, without secrets. */
    public Plan plan() {
        throw new UnsupportedOperationException();
    }

    public Status status() {
        throw new UnsupportedOperationException();
    }

    public Instant begunAt() {
        throw new UnsupportedOperationException();
    }

    /** {@code null} while it has not ended in order. */
    public Instant endedAt() {
        throw new UnsupportedOperationException();
    }

    public Author author() {
        throw new UnsupportedOperationException();
    }

    /** With what it was applied last; a function is {@link Health.KeptBack}. */
    public ApplyOptions options() {
        throw new UnsupportedOperationException();
    }

    /** One result per item; what has no outcome yet is {@link ItemResult#notStarted()}. */
    public Report report() {
        throw new UnsupportedOperationException();
    }
}
