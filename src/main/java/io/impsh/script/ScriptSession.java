package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.CancelledException;
import io.impsh.bulk.Plan;
import io.impsh.bulk.Report;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.graalvm.polyglot.Value;

/**
 * One JavaScript context with the whole script API in it, and the thread that owns it. Values live from one input to the
 * next. Its methods may be called from any thread; inputs are evaluated one after the other.
 */
public final class ScriptSession implements AutoCloseable {
    /** How long Tab waits for the thread of the context, which is busy only while it is still being built. */
    private static final Duration COMPLETION_PATIENCE = Duration.ofMillis(20);

    /** How long Enter waits for it behind a callback. */
    private static final Duration ANALYSIS_PATIENCE = Duration.ofMillis(300);
    /** How long a callback of {@code logs.on} may take while somebody types. */
    private static final Duration CALLBACK_PATIENCE = Duration.ofSeconds(5);

    private final SessionOptions options;
    private final Registry registry = new Registry();
    private final NameIndex index = new NameIndex();
    private final SharedClient connection;
    private final NameIndexer indexer;
    private final Analysis analysis;
    private final IncompleteReports incomplete = new IncompleteReports();
    private volatile JsThread thread;
    private volatile Host host;
    private volatile JsEngine engine;
    private volatile Evaluation running;
    private final IntFunction<LogSource> logSources;
    /** {@code null} until scripts ask for it, as {@link #betweenInputs} is: most sessions have no streams. */
    private volatile LogStreams logStreams;

    private volatile BetweenInputs betweenInputs;
    private volatile ExitRequested exit;

    private ScriptSession(SessionOptions options, JsThread thread, IntFunction<LogSource> logSources) {
        this.logSources = logSources;
        this.options = options;
        this.thread = thread;
        connection = new SharedClient(options.client(), new IndexedNames(index));
        indexer = new NameIndexer(index, connection, options.namesFolder());
        analysis = new Analysis(this::isIncomplete);
        host = newHost();
    }

    /** Begins to build the context on its own thread and returns at once. */
    public static ScriptSession start(SessionOptions options) {
        return start(options, WarmEngine.begin());
    }

    /** As {@link #start(SessionOptions)} on an engine that was begun earlier, and that belongs to this session now. */
    public static ScriptSession start(SessionOptions options, WarmEngine warm) {
        return start(options, warm, null);
    }

    /** @param logSources {@code null} for the account's own */
    static ScriptSession start(SessionOptions options, WarmEngine warm, IntFunction<LogSource> logSources) {
        ScriptSession session = new ScriptSession(options, warm.thread(), logSources);
        session.thread.begin(() -> {
            session.engine = warm.engine();
            session.engine.fill(session::fillContext);
        });
        if (options.indexAtStart()) {
            session.indexer.begin();
        }
        return session;
    }

    private Host newHost() {
        Host made = new Host(options, connection, registry, index, this::logStreams);
        made.reportTo(incomplete);
        return made;
    }

    private synchronized LogStreams logStreams() {
        if (logStreams == null) {
            LogStreams made = new LogStreams(
                    logSources != null ? logSources : most -> LogSource.of(connection, most),
                    options.profile().mostLogStreams(),
                    options.io(),
                    () -> betweenInputs.post());
            betweenInputs = new BetweenInputs(new Moment(), options.io(), made.callbacks(), CALLBACK_PATIENCE);
            logStreams = made;
        }
        return logStreams;
    }

    /** What callbacks between two inputs find. */
    private final class Moment implements BetweenInputs.Session {
        @Override
        public JsThread thread() {
            return thread;
        }

        @Override
        public Host host() {
            return host;
        }

        @Override
        public JsEngine engine() {
            return engine;
        }

        @Override
        public void exit(ExitRequested wanted) {
            exit = wanted;
            Evaluation waiting = running;
            if (waiting != null) {
                waiting.cancel();
            }
        }
    }

    private void fillContext(JsEngine made) {
        Host present = host;
        present.attach(made);
        for (HostType.Member<Host> member : registry.globals().members()) {
            made.defineGlobal(
                    member.doc().name(),
                    () -> member.reader() != null
                            ? member.reader().read(present, present)
                            : new BoundMethod<>(member, present, present));
        }
    }

    /**
     * Evaluates an input, hands its value to the sink, and returns when both are done.
     *
     * @throws io.impsh.UserException when it failed; a {@code ScriptFailure} knows the position
     * @throws io.impsh.api.CancelledException after {@link #interrupt}
     * @throws ExitRequested when the script called {@code exit}
     */
    public void evaluate(Input input, ResultSink sink) {
        Evaluation evaluation = new Evaluation();
        Host present = host;
        running = evaluation;
        try {
            sink.begun();
            endIfWanted(evaluation);
            thread.call(() -> {
                present.begin(evaluation);
                evaluateHere(input, sink, present);
                return null;
            });
        } catch (RuntimeException failure) {
            throw exit != null ? exit : outcome(evaluation, failure);
        } finally {
            running = null;
            tellOfStreams();
        }
        if (evaluation.exitRequested() != null) {
            throw evaluation.exitRequested();
        }
    }

    /**
     * Waits until the log streams that a program has begun have ended, and their lines are printed. {@link #interrupt}
     * ends the wait.
     *
     * @param begun called once there is something to interrupt
     * @throws io.impsh.UserException when a stream was ended by the service
     */
    public void awaitLogStreams(Runnable begun) {
        if (logStreams == null) {
            return;
        }
        Evaluation evaluation = new Evaluation();
        running = evaluation;
        try {
            begun.run();
            endIfWanted(evaluation);
            logStreams.awaitEnd(evaluation.cancellation());
        } catch (CancelledException cancelled) {
            throw exit != null ? exit : cancelled;
        } finally {
            running = null;
        }
    }

    /** A callback may have ended the program before there was anything to cancel. */
    private void endIfWanted(Evaluation evaluation) {
        if (exit != null) {
            evaluation.cancel();
        }
    }

    private void tellOfStreams() {
        if (logStreams != null) {
            logStreams.announce();
        }
    }

    private void evaluateHere(Input input, ResultSink sink, Host present) {
        try {
            engine.run(() -> {
                // An interrupt may have come before there was anything to interrupt.
                present.evaluation().check();
                Value value = valueOf(input, present);
                present.evaluation().check();
                present.evaluation().logReadings().notice().ifPresent(present.io()::notice);
                if (!Call.isUndefined(value) && !NextPage.is(value)) {
                    engine.setGlobal("_", value);
                }
                if (!value.equals(present.evaluation().onScreen())) {
                    sink.accept(present.paging().first(value, new Display(present, AssignedName.in(input))));
                }
                return null;
            });
        } catch (UserException failure) {
            if (present == host) {
                remember(failure, present.evaluation());
            }
            throw failure;
        }
    }

    private void remember(UserException failure, Evaluation evaluation) {
        if (evaluation.left() != null) {
            engine.setGlobal("_", evaluation.left());
        }
        if (!evaluation.cancellation().isCancelled()) {
            engine.setGlobal("_error", ScriptError.of(failure));
        }
    }

    private Value valueOf(Input input, Host present) {
        if (input instanceof Input.Typed typed) {
            return engine.evaluate(typed.text(), typed.name(), typed.firstLine());
        }
        if (input instanceof Input.File file) {
            return present.scriptRuns().file(file.name(), file.text(), file.args());
        }
        return present.scriptRuns().saved((Input.Saved) input);
    }

    /** Judged by our own flags: a script may have caught, changed or swallowed what was thrown. */
    private static RuntimeException outcome(Evaluation evaluation, RuntimeException failure) {
        if (evaluation.cancellation().isCancelled()) {
            return new CancelledException();
        }
        return evaluation.exitRequested() != null ? evaluation.exitRequested() : failure;
    }

    /** Ctrl-C: cancels what runs, a step further with each call during one evaluation. Returns at once. */
    public Interruption interrupt() {
        Evaluation evaluation = running;
        BetweenInputs callbacks = betweenInputs;
        boolean interrupted = callbacks != null && callbacks.interrupt();
        if (evaluation == null) {
            return interrupted ? Interruption.CANCELLING : Interruption.IDLE;
        }
        if (engine == null) {
            // It has not begun, and will not.
            evaluation.cancellation().cancel();
            return Interruption.CANCELLING;
        }
        Interruption reached = evaluation.interrupt();
        if (reached == Interruption.CANCELLING) {
            engine.interrupt();
        } else if (reached == Interruption.ABANDONED) {
            abandon();
        }
        return reached;
    }

    /** How many requests the applying of a plan waits for at this moment. From any thread. */
    public int requestsInFlight() {
        Evaluation evaluation = running;
        return evaluation == null ? 0 : evaluation.requestsInFlight();
    }

    /** Leaves the thread that hangs to itself, and goes on with a new context on a new one. */
    private synchronized void abandon() {
        JsThread hanging = thread;
        JsEngine abandoned = engine;
        host = newHost();
        thread = new JsThread();
        thread.begin(() -> {
            abandoned.recreate();
        });
        hanging.abandon(new CancelledException());
        if (betweenInputs != null) {
            betweenInputs.abandon();
        }
    }

    /** Whether there are log streams that have not ended. */
    public boolean isStreaming() {
        return logStreams != null && !logStreams.isEmpty();
    }

    /** Ends the log streams of that number, or all of them when it is empty; whether there was one. */
    public boolean stopLogStreams(OptionalInt number) {
        if (logStreams == null) {
            return false;
        }
        boolean any = !logStreams.all().isEmpty();
        if (number.isPresent()) {
            return logStreams.stop(number.getAsInt());
        }
        logStreams.stopAll();
        return any;
    }

    public boolean isRunning() {
        return running != null;
    }

    /** Whether an input is whole, unfinished or wrong; never evaluates anything. */
    public Completeness completeness(String text) {
        return analysis.completeness(text);
    }

    /** Whether a text can be a saved script; never evaluates anything. While an input runs, nobody can tell. */
    public boolean isScript(String text) {
        return analysed(() -> engine.isFile(text), true);
    }

    private boolean isIncomplete(String text) {
        return analysed(() -> engine.isIncomplete(text), false);
    }

    private boolean analysed(Callable<Boolean> work, boolean otherwise) {
        if (running != null) {
            return otherwise;
        }
        // A callback may hang on the thread, for some seconds.
        return betweenInputs != null && betweenInputs.isRunning()
                ? thread.callWithin(work, ANALYSIS_PATIENCE.toMillis(), TimeUnit.MILLISECONDS, otherwise)
                : thread.call(work);
    }

    /** What may stand at the cursor; from memory, without a request and without calling anything of the user's. */
    public Completions complete(String text, int cursor) {
        if (options.indexAtStart()) {
            indexer.beginIfOld();
        }
        return new InputCompletion(
                        registry,
                        index,
                        indexer::isWorking,
                        new GlancedVariables(),
                        options.scripts(),
                        options.journals()::ids)
                .complete(text, cursor);
    }

    /** The user's variables as far as the context's thread tells them in time, all questions of one Tab together. */
    private final class GlancedVariables implements Variables {
        private final long deadline = System.nanoTime() + COMPLETION_PATIENCE.toNanos();

        @Override
        public Held look(List<String> path) {
            return quickly(() -> UserVariables.look(engine.globals(), path), Held.NOTHING);
        }

        @Override
        public List<String> names() {
            return quickly(() -> UserVariables.names(engine.globals(), engine.definedGlobals()), List.of());
        }

        private <T> T quickly(Callable<T> question, T otherwise) {
            long left = deadline - System.nanoTime();
            return running != null || engine == null || left <= 0
                    ? otherwise
                    : thread.callWithin(question, left, TimeUnit.NANOSECONDS, otherwise);
        }
    }

    /** Begins to renew the name index in the background; {@code whenDone} gets one line to tell the user. */
    public void refreshNames(Consumer<String> whenDone) {
        indexer.renew(whenDone);
    }

    /** Asks for the connection anew at the next use of the cloud: the account is the same, and its login another one. */
    public void reconnect() {
        connection.close();
    }

    /** What is being asked of the cloud at this moment; contacts nothing. */
    public CloudTraffic traffic() {
        return connection.traffic();
    }

    /** Reports of bulk changes in this session that left failed or unknown items, or some that were not started. */
    public List<Report> incompleteReports() {
        return incomplete.all();
    }

    /** Plans that were made and neither applied nor shown. */
    public List<Plan> forgottenPlans() {
        return host.unusedPlans();
    }

    /** Where plans are only made: those that a script wanted to apply. */
    public List<Plan> planned() {
        return host.wanted();
    }

    /** Lines to print at the end of a dry run: the writes that were recorded, in order. Empty otherwise. */
    public List<String> recordedWrites() {
        return connection.recordedWrites();
    }

    /** What is known of every callable thing. */
    public Registry registry() {
        return registry;
    }

    @Override
    public void close() {
        indexer.close();
        if (logStreams != null) {
            logStreams.close();
        }
        connection.close();
        thread.end();
        if (engine != null) {
            engine.close();
        }
    }
}
