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

record SessionEvaluator(ScriptSession session) implements Evaluator {
    @Override
    public void evaluate(Input input, ResultSink sink) {
        session.evaluate(input, sink);
    }

    @Override
    public Interruption interrupt() {
        return session.interrupt();
    }

    @Override
    public int requestsInFlight() {
        return session.requestsInFlight();
    }

    @Override
    public Completeness completeness(String text) {
        return session.completeness(text);
    }

    @Override
    public boolean isScript(String text) {
        return session.isScript(text);
    }

    @Override
    public Completions complete(String text, int cursor) {
        return session.complete(text, cursor);
    }

    @Override
    public boolean isStreaming() {
        return session.isStreaming();
    }

    @Override
    public boolean stopLogStreams(OptionalInt number) {
        return session.stopLogStreams(number);
    }

    @Override
    public void refreshNames(Consumer<String> whenDone) {
        session.refreshNames(whenDone);
    }

    @Override
    public CloudTraffic traffic() {
        return session.traffic();
    }

    @Override
    public void reconnect() {
        session.reconnect();
    }

    @Override
    public void close() {
        session.close();
    }
}
