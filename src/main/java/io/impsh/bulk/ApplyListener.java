package io.impsh.bulk;

/** Is told how far the applying of a plan is. */
public interface ApplyListener {
    /** Called on the thread that applies the plan, after each answer; has to be quick and must not throw. */
    void progress(ApplyProgress progress);

    static ApplyListener none() {
        return progress -> {};
    }
}
