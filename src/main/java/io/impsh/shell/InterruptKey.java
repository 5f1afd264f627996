package io.impsh.shell;

import io.impsh.script.Interruption;

/** What Ctrl-C does while an input is evaluated, and what it says about it. */
final class InterruptKey {
    private final Evaluator evaluator;
    private final ShellPrinter printer;

    InterruptKey(Evaluator evaluator, ShellPrinter printer) {
        this.evaluator = evaluator;
        this.printer = printer;
    }

    /** @param asking whether a question was open: the refusal then is on the screen, and nothing is in flight */
    void pressed(boolean asking) {
        Interruption did = evaluator.interrupt();
        if (did == Interruption.CANCELLING || did == Interruption.ABANDONED) {
            printer.stop();
        }
        String said = words(did);
        if (said != null && !asking) {
            printer.aside(said);
        }
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
