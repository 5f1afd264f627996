package io.impsh.shell;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until a test moves it. */
final class ManualTicks implements Ticks {
    private final List<Runnable> actions = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized ShellTerminal.Undo every(Runnable action) {
        actions.add(action);
        return () -> remove(action);
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }

    /** Whether anything is still to be done several times a second. */
    synchronized boolean isRunning() {
        return !actions.isEmpty();
    }

    void advance(Duration by) {
        List<Runnable> due;
        synchronized (this) {
            nanos += by.toNanos();
            due = List.copyOf(actions);
        }
        due.forEach(Runnable::run);
    }
}
