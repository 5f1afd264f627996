package io.impsh.shell;

import io.impsh.script.CloudTraffic;
import io.impsh.script.Completeness;
import io.impsh.script.Completions;
import io.impsh.script.Input;
import io.impsh.script.Interruption;
import io.impsh.script.ResultSink;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The present session, which another one may follow: one that is connected elsewhere. */
final class SwitchableEvaluator implements Evaluator {
    private final Supplier<Evaluator> sessions;
    private final ShellConnection connection;
    private volatile Evaluator present;

    /** @param connection {@code null} when the connection never changes */
    SwitchableEvaluator(Supplier<Evaluator> sessions, ShellConnection connection) {
        this.sessions = sessions;
        this.connection = connection;
        this.present = sessions.get();
    }

    /** Ends the session, with all that runs in it, and begins another one. Variables are lost. */
    void beginAnew() {
        present.close();
        present = sessions.get();
    }

    @Override
    public CloudTraffic traffic() {
        return present.traffic();
    }

    @Override
    public void reconnect() {
        present.reconnect();
    }

    @Override
    public void evaluate(Input input, ResultSink sink) {
        present.evaluate(input, sink);
    }

    @Override
    public Interruption interrupt() {
        boolean brokeOff = connection != null && connection.cancel();
        return brokeOff ? Interruption.CANCELLING : present.interrupt();
    }

    @Override
    public int requestsInFlight() {
        return present.requestsInFlight();
    }

    @Override
    public Completeness completeness(String text) {
        return present.completeness(text);
    }

    @Override
    public boolean isScript(String text) {
        return present.isScript(text);
    }

    @Override
    public Completions complete(String text, int cursor) {
        return present.complete(text, cursor);
    }

    @Override
    public boolean isStreaming() {
        return present.isStreaming();
    }

    @Override
    public boolean stopLogStreams(OptionalInt number) {
        return present.stopLogStreams(number);
    }

    @Override
    public void refreshNames(Consumer<String> whenDone) {
        present.refreshNames(whenDone);
    }

    @Override
    public void close() {
        present.close();
    }
}
