package io.impsh.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A wish, raised once and never taken back, that work should stop. Whoever waits or sends asks it before each step and
 * registers what would wake it up. Safe for use by many threads.
 *
 * <p>Interrupting a thread is no substitute: it can break the connection that other calls share.
 */
public final class Cancellation {
    private static final Cancellation NONE = new Cancellation();

    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private boolean cancelled;

    /** One that is never raised, even when asked to. */
    public static Cancellation none() {
        return NONE;
    }

    /** Runs what was registered, in the caller's thread, in the order of registration. */
    public void cancel() {
        List<Runnable> woken;
        synchronized (listeners) {
            if (cancelled || this == NONE) {
                return;
            }
            cancelled = true;
            woken = List.copyOf(listeners.values());
            listeners.clear();
        }
        woken.forEach(Runnable::run);
    }

    public boolean isCancelled() {
        synchronized (listeners) {
            return cancelled;
        }
    }

    /** @throws CancelledException once cancelled */
    public void throwIfCancelled() {
        if (isCancelled()) {
            throw new CancelledException();
        }
    }

    /** Runs {@code listener} on cancelling, or at once in this thread when that has already happened. */
    public Registration onCancel(Runnable listener) {
        if (this == NONE) {
            return () -> {};
        }
        Object key = new Object();
        synchronized (listeners) {
            if (!cancelled) {
                listeners.put(key, listener);
                return () -> remove(key);
            }
        }
        listener.run();
        return () -> {};
    }

    private void remove(Object key) {
        synchronized (listeners) {
            listeners.remove(key);
        }
    }
}
