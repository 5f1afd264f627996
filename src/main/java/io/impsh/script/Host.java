package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.api.ImpClient;
import io.impsh.bulk.Confirmation;
import io.impsh.bulk.Journals;
import io.impsh.bulk.Plan;
import io.impsh.bulk.Question;
import io.impsh.bulk.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;

/** What the objects of a script work with: the client, the user, the directory of names, the running evaluation. */
final class Host implements Confirmation {
    private final SessionOptions options;
    private final SharedClient connection;
    private final Registry registry;
    private final Directory directory;
    private final HelpPages help;
    private final Objects objects;
    private final Supplier<LogStreams> logStreams;
    private final Paging paging = new Paging(this);
    private final List<QueryRun<?>> openRuns = new ArrayList<>();
    private final Map<String, Plan> unusedPlans = new LinkedHashMap<>();
    private final List<Plan> wanted = new ArrayList<>();
    private IncompleteReports reports = new IncompleteReports();
    private GuestValues values;
    private ScriptRuns scriptRuns;
    private Instant lastWrite;
    private Instant writtenAt;
    private ScriptIo presentIo;
    private JsEngine engine;
    private volatile Evaluation evaluation = Evaluation.idle();

    Host(
            SessionOptions options,
            SharedClient connection,
            Registry registry,
            NameIndex index,
            Supplier<LogStreams> logStreams) {
        this.options = options;
        this.logStreams = logStreams;
        presentIo = options.io();
        this.connection = connection;
        this.registry = registry;
        directory = new Directory(this, index);
        help = new HelpPages(registry, this);
        objects = new Objects(registry, this);
    }

    /** Called with the new context, before anything runs in it. */
    void attach(JsEngine engine) {
        Context context = engine.globals().getContext();
        this.engine = engine;
        values = new GuestValues(this, context);
        QueryObject.defineIterator(context, this);
        scriptRuns = new ScriptRuns(this, engine);
    }

    ScriptRuns scriptRuns() {
        return scriptRuns;
    }

    SessionProfile profile() {
        return options.profile();
    }

    SavedScripts scripts() {
        return options.scripts();
    }

    Journals journals() {
        return options.journals();
    }

    ScriptIo io() {
        return presentIo;
    }

    Registry registry() {
        return registry;
    }

    Directory directory() {
        return directory;
    }

    GuestValues values() {
        return values;
    }

    HelpPages help() {
        return help;
    }

    Objects objects() {
        return objects;
    }

    LogStreams logStreams() {
        return logStreams.get();
    }

    Paging paging() {
        return paging;
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /** Everything that is done from now on belongs to this evaluation. */
    void begin(Evaluation begun) {
        begin(begun, false);
    }

    /** @param besideInput it runs while somebody types an input, and can neither ask nor show progress */
    void begin(Evaluation begun, boolean besideInput) {
        evaluation = begun;
        presentIo = besideInput ? new BetweenInputsIo(options.io()) : options.io();
        writtenAt = null;
        openRuns.clear();
    }

    /** The connection; every call of it ends when the evaluation is cancelled. */
    ImpClient client() {
        return connection.get().with(evaluation.cancellation());
    }

    /** Whether something has been asked of the cloud in this session. */
    boolean isConnected() {
        return connection.isOpen();
    }

    boolean isDryRun() {
        return connection.get().isDryRun();
    }

    /** Runs what a script called: refuses once cancelled, and turns our failures into what scripts can catch. */
    <R> R guarded(Supplier<R> work) {
        try {
            evaluation.check();
            R result = work.get();
            evaluation.check();
            return result;
        } catch (UserException failure) {
            throw ScriptError.of(failure);
        } catch (StackOverflowError endless) {
            throw new ScriptError("TOO_DEEP", "functions call each other without end", null);
        }
    }

    /** To be called before the first write of anything: reads what open iterations still need. */
    void beforeWrite() {
        evaluation.check();
        refuseIfReadOnly();
        openRuns.forEach(QueryRun::readAhead);
        paging.beforeWrite();
        lastWrite = Instant.now();
        writtenAt = lastWrite;
    }

    private void refuseIfReadOnly() {
        profile().lock().check(profile().name());
    }

    /** Whether this session has changed something at or after that time. */
    boolean hasWrittenSince(Instant time) {
        return lastWrite != null && !lastWrite.isBefore(time);
    }

    /** Just before the last write of this evaluation; {@code null} if it has written nothing. */
    Instant writtenAt() {
        return writtenAt;
    }

    /** What a script's function threw, as a failure for the user. */
    RuntimeException explained(RuntimeException thrown) {
        return engine.explained(thrown);
    }

    /**
     * Waits, and lets callbacks of {@code logs.on} run meanwhile.
     *
     * @param done asked again after {@link LogCallbacks#wake}
     * @return whether it is done; not when the time was over before, or the cancellation was raised
     */
    boolean pause(Cancellation cancellation, double seconds, BooleanSupplier done) {
        return logStreams().callbacks().pause(this, cancellation, (long) (seconds * 1e9), done);
    }

    void opened(QueryRun<?> run) {
        openRuns.removeIf(QueryRun::isOver);
        openRuns.add(run);
    }

    @Override
    public boolean confirm(Question question) {
        return isDryRun() || io().confirm(question);
    }

    @Override
    public boolean canAsk() {
        return io().canAsk();
    }

    @Override
    public boolean goOn(Question question) {
        return isDryRun() || io().goOn(question);
    }

    /** Asks before something that cannot be undone; says nothing more when the answer is no. */
    void confirmOrStop(Question question) {
        refuseIfReadOnly();
        if (!confirm(question)) {
            throw new UserException("DECLINED", "not confirmed, so it was not done", null);
        }
    }

    void planned(Plan plan) {
        unusedPlans.put(plan.id(), plan);
    }

    void used(Plan plan) {
        unusedPlans.remove(plan.id());
    }

    List<Plan> unusedPlans() {
        return List.copyOf(unusedPlans.values());
    }

    /** Somebody wants it applied where plans are only made. */
    void wanted(Plan plan) {
        wanted.add(plan);
    }

    List<Plan> wanted() {
        return List.copyOf(wanted);
    }

    /** Where reports of bulk changes go: they outlive this one. */
    void reportTo(IncompleteReports all) {
        reports = all;
    }

    void applied(Report report) {
        reports.applied(report);
    }
}
