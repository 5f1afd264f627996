package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.Input;
import io.impsh.script.Interruption;
import io.impsh.script.ResultSink;
import io.impsh.script.Shown;
import java.util.function.BooleanSupplier;

/**
 * What Ctrl-C does while no entry is being read, and what it says about it. A press belongs to the entry that was
 * accepted last, from its Enter key on: one that comes before there is anything to interrupt is kept until there is, and
 * forgotten only when the next entry is being read.
 */
final class InterruptKey implements ShellTerminal.InterruptAction {
    private final Evaluator evaluator;
    private final ShellPrinter printer;
    private final BooleanSupplier ending;
    private boolean evaluating;
    private boolean interrupted;
    /** Pressed when there was nothing to interrupt. */
    private boolean kept;

    /** @param ending whether the shell is about to end, so that nothing more is begun */
    InterruptKey(Evaluator evaluator, ShellPrinter printer, BooleanSupplier ending) {
        this.evaluator = evaluator;
        this.printer = printer;
        this.ending = ending;
    }

    @Override
    public synchronized void readingBegins() {
        kept = false;
    }

    @Override
    public void pressed(boolean asking) {
        Interruption did = step(asking);
        if (did == Interruption.CANCELLING || did == Interruption.ABANDONED) {
            printer.stop();
        }
        String said = words(did);
        if (said != null && !asking) {
            printer.aside(said);
        }
    }

    private synchronized Interruption step(boolean asking) {
        if (evaluating && asking && interrupted) {
            // The question was broken off because its evaluation had been, not by a key of its own.
            return Interruption.IDLE;
        }
        kept |= !evaluating;
        interrupted = true;
        return evaluator.interrupt();
    }

    /** Evaluates, unless Ctrl-C has been pressed for the entry already. */
    void evaluate(Input input, ResultSink sink) {
        try {
            evaluator.evaluate(input, new Interruptible(sink));
        } finally {
            over();
        }
    }

    /** @throws UserException with code {@code CANCELLED} when Ctrl-C has been pressed for the entry already */
    synchronized void check() {
        if (takeKept()) {
            throw new UserException("CANCELLED", "cancelled", null);
        }
    }

    private synchronized void begun() {
        evaluating = true;
        interrupted = takeKept();
        if (interrupted) {
            evaluator.interrupt();
        }
    }

    private boolean takeKept() {
        // JLine's handler may hit the thread that reads just after the line was accepted.
        boolean taken = Thread.interrupted() | kept | ending.getAsBoolean();
        kept = false;
        return taken;
    }

    private synchronized void over() {
        evaluating = false;
    }

    /** Nothing where the end of the evaluation will say it. */
    private String words(Interruption did) {
        return switch (did) {
            case IDLE, ENDING, CANCELLING -> null;
            case FINISHING -> "^C  " + finishing(evaluator.requestsInFlight()) + "nothing new starts";
            case CANCELLING_IN_FLIGHT -> "cancelling what is in flight";
            case ABANDONED -> "context given up; variables are lost";
        };
    }

    private static String finishing(int requests) {
        return requests == 0
                ? ""
                : "finishing " + requests + (requests == 1 ? " request" : " requests") + " in flight; ";
    }

    /** Learns from the session when there is something to interrupt. */
    private final class Interruptible implements ResultSink {
        private final ResultSink sink;

        private Interruptible(ResultSink sink) {
            this.sink = sink;
        }

        @Override
        public void begun() {
            InterruptKey.this.begun();
        }

        @Override
        public void accept(Shown shown) {
            sink.accept(shown);
        }
    }
}
