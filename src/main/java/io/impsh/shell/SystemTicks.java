package io.impsh.shell;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

final class SystemTicks implements Ticks {
    private static final int MILLISECONDS = 100;

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    /** A thread for each, so that none is left when nothing is going on. */
    @Override
    public ShellTerminal.Undo every(Runnable action) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(run -> {
            Thread thread = new Thread(run, "progress");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleAtFixedRate(action, MILLISECONDS, MILLISECONDS, TimeUnit.MILLISECONDS);
        return timer::shutdownNow;
    }
}
