package io.impsh.script;

/**
 * Takes what an input came to. It is called on the thread that owns the JavaScript context while the evaluation still
 * counts as running, so that walking a lazy listing can be cancelled like any other work.
 */
@FunctionalInterface
public interface ResultSink {
    void accept(Shown shown);

    /**
     * Called by whoever evaluates once {@link ScriptSession#interrupt} has something to interrupt: what was to be
     * interrupted before can be now.
     */
    default void begun() {}

    /** For inputs whose value nobody wants, such as all but the last {@code -e} with {@code -o json}. */
    static ResultSink none() {
        return shown -> {};
    }
}
