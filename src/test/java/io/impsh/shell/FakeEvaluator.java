package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.CloudTraffic;
import io.impsh.script.Completeness;
import io.impsh.script.Completions;
import io.impsh.script.Input;
import io.impsh.script.Interruption;
import io.impsh.script.ResultSink;
import io.impsh.script.ScriptIo;
import io.impsh.script.Shown;
import io.impsh.script.Suggestion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * A session without a language: inputs that a test has given a meaning do that, all others come to their own text. As
 * in the real one, all of it happens on a thread of its own.
 */
final class FakeEvaluator implements Evaluator {
    interface Meaning {
        Shown evaluate(ScriptIo io) throws Exception;
    }

    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private final Map<String, Meaning> meanings = new HashMap<>();
    private final List<Suggestion> suggestions = new ArrayList<>();
    private final Deque<Interruption> interruptions = new ArrayDeque<>();
    private final List<String> evaluated = new ArrayList<>();
    private final CountDownLatch interrupted = new CountDownLatch(1);
    private BiFunction<String, Integer, Completions> completion;
    private Runnable beforeEvaluation = () -> {};
    private Runnable afterEvaluation = () -> {};
    private Runnable atCompleteness = () -> {};
    private volatile CloudTraffic traffic = CloudTraffic.none();
    private volatile int streams;
    private volatile int inFlight;
    private boolean running;
    private boolean cancelled;
    private ScriptIo io;

    /** As if so many log streams were open. */
    FakeEvaluator streaming(int count) {
        streams = count;
        return this;
    }

    @Override
    public boolean isStreaming() {
        return streams > 0;
    }

    @Override
    public boolean stopLogStreams(OptionalInt number) {
        boolean any = number.isEmpty() ? streams > 0 : number.getAsInt() <= streams;
        streams = any ? 0 : streams;
        return any;
    }

    FakeEvaluator with(ScriptIo terminal) {
        io = terminal;
        return this;
    }

    FakeEvaluator meaning(String input, Meaning meaning) {
        meanings.put(input, meaning);
        return this;
    }

    FakeEvaluator suggesting(Suggestion... all) {
        suggestions.addAll(List.of(all));
        return this;
    }

    /** What Tab offers, in place of {@link #suggesting}. */
    FakeEvaluator completing(BiFunction<String, Integer, Completions> language) {
        completion = language;
        return this;
    }

    FakeEvaluator interrupting(Interruption... steps) {
        interruptions.addAll(List.of(steps));
        return this;
    }

    /** As if a plan was being applied. */
    FakeEvaluator requestsInFlight(int count) {
        inFlight = count;
        return this;
    }

    @Override
    public int requestsInFlight() {
        return inFlight;
    }

    /** Happens when an input has been handed over and there is nothing to interrupt yet. */
    FakeEvaluator beforeEvaluation(Runnable action) {
        beforeEvaluation = action;
        return this;
    }

    /** Happens when there is nothing to interrupt any more. */
    FakeEvaluator afterEvaluation(Runnable action) {
        afterEvaluation = action;
        return this;
    }

    /** Happens whenever somebody wants to know whether an entry is whole, as the reader does at the Enter key. */
    FakeEvaluator atCompleteness(Runnable action) {
        atCompleteness = action;
        return this;
    }

    /** Runs until {@link #interrupt}, then is cancelled. */
    Shown untilInterrupted() throws InterruptedException {
        interrupted.await();
        throw new UserException("CANCELLED", "cancelled", null);
    }

    synchronized List<String> evaluated() {
        return List.copyOf(evaluated);
    }

    @Override
    public void evaluate(Input input, ResultSink sink) {
        Input.Typed typed = (Input.Typed) input;
        synchronized (this) {
            evaluated.add(typed.name() + ": " + typed.text());
        }
        beforeEvaluation.run();
        begin();
        try {
            sink.begun();
            checkCancelled();
            owner.submit(() -> {
                        Meaning own = io -> new Shown.Text("= " + typed.text());
                        sink.accept(meanings.getOrDefault(typed.text(), own).evaluate(io));
                        return null;
                    })
                    .get();
        } catch (InterruptedException e) {
            throw new AssertionError("the waiting for an evaluation was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError(e.getCause());
        } finally {
            end();
            afterEvaluation.run();
        }
    }

    private synchronized void begin() {
        running = true;
        cancelled = false;
    }

    private synchronized void end() {
        running = false;
    }

    private synchronized void checkCancelled() {
        if (cancelled) {
            throw new UserException("CANCELLED", "cancelled", null);
        }
    }

    @Override
    public synchronized Interruption interrupt() {
        if (!running) {
            return Interruption.IDLE;
        }
        cancelled = true;
        interrupted.countDown();
        return interruptions.isEmpty() ? Interruption.CANCELLING : interruptions.poll();
    }

    @Override
    public Completeness completeness(String text) {
        atCompleteness.run();
        long open = text.chars().filter(ch -> ch == '{').count();
        long closed = text.chars().filter(ch -> ch == '}').count();
        return open > closed ? Completeness.INCOMPLETE : Completeness.COMPLETE;
    }

    /** All suggestions, in place of the last word. */
    @Override
    public Completions complete(String text, int cursor) {
        if (completion != null) {
            return completion.apply(text, cursor);
        }
        String before = text.substring(0, cursor);
        int start = Math.max(before.lastIndexOf('.'), before.lastIndexOf(' ')) + 1;
        return new Completions(start, suggestions);
    }

    @Override
    public void refreshNames(Consumer<String> whenDone) {
        owner.submit(() -> whenDone.accept("250 names"));
    }

    void traffic(CloudTraffic present) {
        traffic = present;
    }

    @Override
    public CloudTraffic traffic() {
        return traffic;
    }

    @Override
    public void reconnect() {
        synchronized (this) {
            evaluated.add("reconnected");
        }
    }

    @Override
    public void close() {
        owner.shutdownNow();
    }
}
