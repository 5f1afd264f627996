package io.impsh.script;

/** What a Ctrl-C did; each one while the same evaluation runs goes a step further. */
public enum Interruption {
    /** Nothing was running. */
    IDLE,
    /** A {@code watch} ends; the evaluation goes on with the last result as its value. */
    ENDING,
    /** The evaluation is being cancelled; variables survive. */
    CANCELLING,
    /** A plan is being applied: nothing new starts, what is in flight is waited for. */
    FINISHING,
    /** A plan is being applied: what was in flight is cancelled too. */
    CANCELLING_IN_FLIGHT,
    /** The JavaScript context was given up and is made anew; variables are lost. */
    ABANDONED
}
