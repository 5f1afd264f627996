package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.bulk.ApplyControl;

/**
 * One evaluation while it runs, and how far it has been told to stop. The flags here decide what came of it, never what
 * a script made of the exception.
 */
final class Evaluation {
    private final Cancellation cancellation = new Cancellation();
    private final LogReadings logReadings = new LogReadings();
    private volatile ApplyControl applying;
    private volatile ExitRequested exit;
    private volatile Object left;
    private volatile Cancellation watch;
    private volatile Object onScreen;
    private Interruption reached = Interruption.IDLE;

    /** Stands for no evaluation: never cancelled. */
    static Evaluation idle() {
        return new Evaluation();
    }

    /** What ends the work at hand: that of a {@code watch} while one goes on. */
    Cancellation cancellation() {
        Cancellation narrower = watch;
        return narrower != null ? narrower : cancellation;
    }

    boolean isCancelled() {
        return cancellation.isCancelled();
    }

    /** @throws io.impsh.api.CancelledException once cancelled; {@link ExitRequested} once the script wants to end */
    void check() {
        cancellation().throwIfCancelled();
        if (exit != null) {
            throw exit;
        }
    }

    /** Ends it from outside, at once. */
    void cancel() {
        cancellation.cancel();
    }

    void exit(int code) {
        exit = new ExitRequested(code);
        throw exit;
    }

    LogReadings logReadings() {
        return logReadings;
    }

    /** Leaves a value behind although the evaluation is about to be cancelled, such as the report of what was done. */
    void leave(Object value) {
        left = value;
    }

    /** What was left behind, or {@code null}. */
    Object left() {
        return left;
    }

    ExitRequested exitRequested() {
        return exit;
    }

    /** While a plan is being applied, a Ctrl-C goes to it first. */
    void applying(ApplyControl control) {
        applying = control;
    }

    boolean isApplying() {
        return applying != null;
    }

    void applied() {
        applying = null;
    }

    int requestsInFlight() {
        ApplyControl control = applying;
        return control == null ? 0 : control.requestsInFlight();
    }

    /** While a {@code watch} goes on, the first Ctrl-C ends that and nothing else. */
    synchronized Cancellation watching() {
        check();
        if (watch != null) {
            throw new UserException("USAGE", "a watch cannot be watched", null);
        }
        watch = new Cancellation();
        reached = Interruption.IDLE;
        return watch;
    }

    synchronized void watched() {
        watch = null;
    }

    /** The user has this value before the eyes already. */
    void isOnScreen(Object value) {
        onScreen = value;
    }

    /** What need not be shown again, or {@code null}. */
    Object onScreen() {
        return onScreen;
    }

    /** Goes one step further and says which it was; {@code ABANDONED} is for the caller to carry out. */
    synchronized Interruption interrupt() {
        ApplyControl control = applying;
        reached = switch (reached) {
            case IDLE ->
                control != null
                        ? Interruption.FINISHING
                        : watch != null ? Interruption.ENDING : Interruption.CANCELLING;
            case ENDING -> Interruption.CANCELLING;
            case FINISHING -> control != null ? Interruption.CANCELLING_IN_FLIGHT : Interruption.CANCELLING;
            case CANCELLING, CANCELLING_IN_FLIGHT, ABANDONED -> Interruption.ABANDONED;
        };
        switch (reached) {
            case FINISHING -> control.stopStarting();
            case CANCELLING_IN_FLIGHT -> control.cancelInFlight();
            case ENDING -> watch.cancel();
            default -> cancelAll();
        }
        return reached;
    }

    private void cancelAll() {
        cancellation.cancel();
        if (watch != null) {
            watch.cancel();
        }
    }
}
