package io.impsh.script;

/**
 * A JavaScript engine that is being built on a thread of its own, before it is known what for: building it takes longer
 * than everything else that a program does at its start.
 */
public final class WarmEngine {
    private final JsThread thread = new JsThread();
    private volatile JsEngine engine;

    private WarmEngine() {}

    /** Begins to build one and returns at once. */
    public static WarmEngine begin() {
        WarmEngine warm = new WarmEngine();
        warm.thread.begin(() -> warm.engine = JsEngine.create(made -> {}));
        return warm;
    }

    JsThread thread() {
        return thread;
    }

    /** {@code null} until it is built; on its thread it is there after what was queued before. */
    JsEngine engine() {
        return engine;
    }
}
