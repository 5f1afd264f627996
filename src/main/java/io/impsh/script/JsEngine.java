package io.impsh.script;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;

/**
 * The JavaScript engine: one context whose global variables live from input to input.
 *
 * <p>A context belongs to one thread at a time: only {@link #interrupt} may be called from another one while something
 * is evaluated. Scripts reach no Java class, no file, no process, no network; only what is defined as a global.
 */
final class JsEngine implements AutoCloseable {
    private final Engine engine;
    private Consumer<JsEngine> bootstrap;
    private volatile OpenContext open;

    /** A context and what belongs to it, so that an abandoned one cannot be mistaken for its successor. */
    private static final class OpenContext {
        final Context context;
        final EvaluatedSources sources = new EvaluatedSources();
        final ProtectedNames protectedNames;
        final FailureTranslation failures;
        final InterruptRequest interruption;

        OpenContext(Context context) {
            this.context = context;
            protectedNames = new ProtectedNames(context);
            failures = new FailureTranslation(sources, protectedNames.names(), this::globalNames);
            interruption = new InterruptRequest(context);
        }

        /** The shell's and the user's. */
        private List<String> globalNames() {
            return List.copyOf(context.getBindings("js").getMemberKeys());
        }

        RuntimeException outcome(RuntimeException thrown) {
            if (!(thrown instanceof PolyglotException fromContext)) {
                return thrown;
            }
            // Without a request of ours it was abandoned.
            return fromContext.isInterrupted() || fromContext.isCancelled()
                    ? new Cancelled(thrown)
                    : failures.translate(fromContext);
        }
    }

    private JsEngine(Engine engine, Consumer<JsEngine> bootstrap) {
        this.engine = engine;
        this.bootstrap = bootstrap;
    }

    /**
     * Loads the engine and makes its context, on the thread that will evaluate; takes some tenths of a second the first
     * time.
     *
     * @param bootstrap defines the globals of each new context
     */
    static JsEngine create(Consumer<JsEngine> bootstrap) {
        EngineProperties.set();
        Engine engine = Engine.newBuilder("js")
                .option("engine.WarnInterpreterOnly", "false")
                .build();
        JsEngine made = new JsEngine(engine, bootstrap);
        made.openContext();
        return made;
    }

    /** Defines the globals now, and in each context that is made from now on. */
    void fill(Consumer<JsEngine> globals) {
        bootstrap = globals;
        globals.accept(this);
    }

    private void openContext() {
        open = new OpenContext(newContext());
        bootstrap.accept(this);
    }

    private Context newContext() {
        // Not strict: at a prompt x = 1 must make a variable. What we define throws by itself when it is assigned to.
        return Context.newBuilder("js")
                .engine(engine)
                .allowHostAccess(HostAccess.EXPLICIT)
                .option("js.console", "false")
                .option("js.graal-builtin", "false")
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.unhandled-rejections", "throw")
                .build();
    }

    /**
     * Evaluates an input of the prompt, whose declarations later inputs see and may repeat.
     *
     * @param name what the input is called in messages
     * @param firstLine the number of its first line, for an input that is a piece of something longer
     * @throws ScriptFailure if it cannot be parsed or throws
     * @throws Cancelled if it was interrupted
     */
    Value evaluate(String text, String name, int firstLine) {
        return evaluate(ScriptText.input(name, firstLine, text));
    }

    /** As {@link #evaluate(String, String, int)} for a file, whose declarations stay inside. */
    Value evaluateFile(String text, String name) {
        return evaluate(ScriptText.file(name, text));
    }

    private Value evaluate(ScriptText text) {
        OpenContext current = open;
        return run(current, () -> current.context.eval(current.sources.source(text)));
    }

    /**
     * Runs something that works with values of the context, such as printing them, under the same rules as an
     * evaluation: it can be interrupted, and what scripts throw becomes a failure for the user. Inside another run
     * what scripts throw passes unchanged, so that the script around it can catch it.
     *
     * @throws ScriptFailure if it throws what a script threw
     * @throws Cancelled if it was interrupted
     */
    <T> T run(Supplier<T> work) {
        return run(open, work);
    }

    private static <T> T run(OpenContext open, Supplier<T> work) {
        InterruptRequest interruption = open.interruption;
        interruption.begin();
        try {
            T result = work.get();
            // The script may have caught the interrupt, which changes nothing.
            if (interruption.isRequested()) {
                throw new Cancelled();
            }
            return result;
        } catch (RuntimeException thrown) {
            if (interruption.isNested()) {
                throw thrown;
            }
            throw interruption.isRequested() ? new Cancelled(thrown) : open.outcome(thrown);
        } finally {
            interruption.end();
        }
    }

    /** What a script threw inside of a run, as a failure for the user. */
    RuntimeException explained(RuntimeException thrown) {
        return open.outcome(thrown);
    }

    /** Whether a text is the beginning of a program, as far as the parser can tell; nothing is run. */
    boolean isIncomplete(String text) {
        try {
            open.context.parse(
                    Source.newBuilder("js", text, "input").cached(false).buildLiteral());
            return false;
        } catch (PolyglotException thrown) {
            return thrown.isIncompleteSource();
        }
    }

    /** Whether a text can be run as a file, as far as the parser can tell; nothing is run. */
    boolean isFile(String text) {
        try {
            open.context.parse(Source.newBuilder(
                            "js", ScriptText.file("file", text).rewritten().text(), "file")
                    .cached(false)
                    .buildLiteral());
            return true;
        } catch (PolyglotException refused) {
            return false;
        }
    }

    /** Defines a name of the shell's own, which no script can replace. */
    void defineGlobal(String name, Object value) {
        defineGlobal(name, () -> value);
    }

    /** The same for a value that is made when a script reads it for the first time. */
    void defineGlobal(String name, Supplier<?> value) {
        open.protectedNames.define(name, value);
    }

    /** Sets a variable such as {@code _}, which scripts may assign to. */
    void setGlobal(String name, Object value) {
        globals().putMember(name, value);
    }

    /** The global object, with the variables of the user among its members. */
    Value globals() {
        return open.context.getBindings("js");
    }

    /** The names given to {@link #defineGlobal}. */
    Set<String> definedGlobals() {
        return Set.copyOf(open.protectedNames.names());
    }

    /**
     * Stops the running evaluation, if there is one; may be called from any thread and returns at once. A {@code catch}
     * or {@code finally} of the script may still run once, so host functions must refuse to begin anything from then
     * on.
     */
    void interrupt() {
        open.interruption.request();
    }

    /**
     * Abandons the context, even if a host function hangs in it, and makes a new one with the globals of the
     * bootstrap; to be called by the thread that will evaluate from now on.
     */
    void recreate() {
        closeElsewhere(open.context);
        openContext();
    }

    @Override
    public void close() {
        closeElsewhere(open.context);
    }

    /** Closing waits for host code that may never return. */
    private static void closeElsewhere(Context context) {
        Thread closer = new Thread(() -> context.close(true), "close-context");
        closer.setDaemon(true);
        closer.start();
    }
}
