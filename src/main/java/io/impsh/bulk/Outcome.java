package io.impsh.bulk;

/** How an item of a plan ended. Every item of an applied plan has exactly one. */
public enum Outcome {
    /** The state of the service shows that it has happened; a restart: the service has accepted it. */
    DONE,
    /** It has not happened, and it is known why. */
    FAILED,
    /** Left alone, because the target was changed by someone else after the plan was made. */
    STALE,
    /** Never sent: already so, predicted to be refused, not confirmed, or the run stopped before it. */
    SKIPPED,
    /** It may or may not have happened, and the state of the service could not be read or cannot tell. */
    UNKNOWN,
    /** Recorded in a dry run, not sent. */
    PLANNED
}
