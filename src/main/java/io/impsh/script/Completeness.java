package io.impsh.script;

/** Whether an input can be evaluated as it stands. */
public enum Completeness {
    /** A whole program. */
    COMPLETE,
    /** More lines must follow: an open bracket, template or comment, or a trailing operator. */
    INCOMPLETE,
    /** Blanks and comments only. */
    EMPTY,
    /** Wrong whatever follows; evaluating it shows the error. */
    INVALID
}
