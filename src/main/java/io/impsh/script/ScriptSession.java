package io.impsh.script;

import io.impsh.bulk.Plan;
import io.impsh.bulk.Report;
import java.util.List;

/**
 * One JavaScript context with the whole script API in it, and the thread that owns it. Values live from one input to the
 * next. Its methods may be called from any thread; inputs are evaluated one after the other.
 */
public final class ScriptSession implements AutoCloseable {
    /** Begins to build the context on its own thread and returns at once. */
    public static ScriptSession start(SessionOptions options) {
        throw new UnsupportedOperationException("not built yet");
    }

    /**
     * Evaluates an input, hands its value to the sink, and returns when both are done.
     *
     * @throws io.impsh.UserException when it failed; a {@code ScriptFailure} knows the position
     * @throws io.impsh.api.CancelledException after {@link #interrupt}
     * @throws ExitRequested when the script called {@code exit}
     */
    public void evaluate(Input input, ResultSink sink) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Ctrl-C: cancels what runs, a step further with each call during one evaluation. Returns at once. */
    public Interruption interrupt() {
        throw new UnsupportedOperationException("not built yet");
    }

    public boolean isRunning() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Whether an input is whole, unfinished or wrong; never evaluates anything. */
    public Completeness completeness(String text) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** What may stand at the cursor; from memory, without a request and without calling anything of the user's. */
    public Completions complete(String text, int cursor) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Begins to renew the name index in the background; {@code whenDone} gets one line to tell the user. */
    public void refreshNames(java.util.function.Consumer<String> whenDone) {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Reports of bulk changes in this session that left failed or unknown items. */
    public List<Report> incompleteReports() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Plans that were made and neither applied nor shown. */
    public List<Plan> forgottenPlans() {
        throw new UnsupportedOperationException("not built yet");
    }

    /** Lines to print at the end of a dry run: the writes that were recorded, in order. Empty otherwise. */
    public List<String> recordedWrites() {
        throw new UnsupportedOperationException("not built yet");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("not built yet");
    }
}
