package io.impsh.shell;

import io.impsh.script.CloudTraffic;
import io.impsh.script.Completeness;
import io.impsh.script.Completions;
import io.impsh.script.Input;
import io.impsh.script.Interruption;
import io.impsh.script.ResultSink;
import io.impsh.script.ScriptSession;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** What the shell needs of a script session; see there for what each method promises. */
public interface Evaluator extends AutoCloseable {
    void evaluate(Input input, ResultSink sink);

    Interruption interrupt();

    /** How many requests the applying of a plan waits for at this moment. */
    default int requestsInFlight() {
        return 0;
    }

    Completeness completeness(String text);

    /** Whether a text can be a saved script. */
    default boolean isScript(String text) {
        return true;
    }

    Completions complete(String text, int cursor);

    void refreshNames(Consumer<String> whenDone);

    /** Whether log lines may come at any moment. */
    default boolean isStreaming() {
        return false;
    }

    /** Ends the log streams of that number, or all of them when it is empty; whether there was one. */
    default boolean stopLogStreams(OptionalInt number) {
        return false;
    }

    /** What is being asked of the cloud at this moment. */
    CloudTraffic traffic();

    /** The same account, with another login. */
    void reconnect();

    @Override
    void close();

    static Evaluator of(ScriptSession session) {
        return new SessionEvaluator(session);
    }
}
