package io.impsh.script;

/** What a text or an object is wanted as, where its type alone does not tell. */
public enum Wanted {
    /** What its type says. */
    ANY,
    /** The name of a file. */
    FILE,
    /** The name of a folder. */
    FOLDER,
    /** The name of a saved script, or a file. */
    SCRIPT,
    /** The parameters of the saved script that the first argument names. */
    PARAMETERS,
    /** A filter, whose keys are those of what is filtered. */
    FILTER,
    /** A column of what is listed. */
    COLUMN,
    /** What there is help on. */
    TOPIC,
    /** The id of a plan that was applied. */
    JOURNALLED_PLAN
}
