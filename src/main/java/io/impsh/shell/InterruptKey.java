package io.impsh.shell;

import io.impsh.script.Interruption;
import java.util.concurrent.locks.LockSupport;

/** What Ctrl-C does while an input is evaluated, and what it says about it. */
final class InterruptKey {
    /** How long a key that came before its evaluation had quite begun is kept for it. */
    private static final int TRIES = 100;

    private static final long BETWEEN_TRIES_MILLIS = 10;

    private final Evaluator evaluator;
    private final ShellPrinter printer;
    private volatile boolean entryRuns;

    InterruptKey(Evaluator evaluator, ShellPrinter printer) {
        this.evaluator = evaluator;
        this.printer = printer;
    }

    /** @param asking whether a question was open: the refusal then is on the screen, and nothing is in flight */
    void pressed(boolean asking) {
        Interruption did = interrupted();
        if (did == Interruption.CANCELLING || did == Interruption.ABANDONED) {
            printer.stop();
        }
        String said = words(did);
        if (said != null && !asking) {
            printer.aside(said);
        }
    }

    /** To be told when an entry begins and when it is over. */
    void entryRuns(boolean runs) {
        entryRuns = runs;
    }

    private Interruption interrupted() {
        Interruption did = evaluator.interrupt();
        for (int tries = 0; did == Interruption.IDLE && entryRuns && tries < TRIES; tries++) {
            LockSupport.parkNanos(BETWEEN_TRIES_MILLIS * 1_000_000);
            did = entryRuns ? evaluator.interrupt() : did;
        }
        return did;
    }

    /** Nothing where the end of the evaluation will say it. */
    private static String words(Interruption did) {
        return switch (did) {
            case IDLE, CANCELLING -> null;
            case FINISHING -> "finishing what is in flight; nothing new starts (Ctrl-C again cancels that too)";
            case CANCELLING_IN_FLIGHT -> "cancelling what is in flight";
            case ABANDONED -> "context given up; variables are lost";
        };
    }
}
