package io.impsh.script;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.graalvm.polyglot.Context;

/**
 * Whether something runs in a context and whether it shall stop. What runs may contain further runs, when a host
 * function evaluates a file; they stop together.
 */
final class InterruptRequest {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long PAUSE_MILLIS = 5;

    private final Context context;
    private int running;
    private boolean requested;
    private Thread interrupter;

    InterruptRequest(Context context) {
        this.context = context;
    }

    synchronized void begin() {
        if (running++ == 0) {
            requested = false;
        }
    }

    synchronized boolean isRequested() {
        return requested;
    }

    synchronized boolean isNested() {
        return running > 1;
    }

    private synchronized boolean isRunning() {
        return running > 0;
    }

    synchronized void request() {
        if (running == 0 || requested) {
            return;
        }
        requested = true;
        interrupter = new Thread(this::interruptContext, "interrupt-script");
        interrupter.setDaemon(true);
        interrupter.start();
    }

    private void interruptContext() {
        while (isRunning()) {
            try {
                context.interrupt(PATIENCE);
                // It hits nothing while what runs is between two steps in Java.
                awaitEnd();
            } catch (TimeoutException hostFunctionGoesOn) {
                // The request would lapse; what follows the host function must stop as well.
                continue;
            }
        }
    }

    private synchronized void awaitEnd() {
        if (running > 0) {
            try {
                wait(PAUSE_MILLIS);
            } catch (InterruptedException unexpected) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until a late interrupt has passed, so that it cannot hit the next evaluation. */
    void end() {
        Thread pending = finish();
        if (pending == null) {
            return;
        }
        while (pending.isAlive()) {
            try {
                pending.join();
            } catch (InterruptedException ownInterrupt) {
                // The interrupt of the context reaches this thread as one of Java too.
                continue;
            }
        }
        Thread.interrupted();
    }

    private synchronized Thread finish() {
        if (--running > 0) {
            return null;
        }
        notifyAll();
        Thread pending = interrupter;
        interrupter = null;
        return pending;
    }
}
