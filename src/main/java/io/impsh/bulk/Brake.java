package io.impsh.bulk;

/** Decides whether a run may start another request. */
final class Brake {
    private final ApplyControl control;
    private final Tally tally;
    private final int allowedFailures;
    private String pulled;
    private String cutShort;

    Brake(ApplyControl control, Tally tally, int allowedFailures) {
        this.control = control;
        this.tally = tally;
        this.allowedFailures = allowedFailures;
    }

    /** Why nothing more may be started, or {@code null}. */
    String reason() {
        if (pulled != null) {
            return pulled;
        }
        if (control.isStopping()) {
            return "asked to stop";
        }
        return tally.count(Outcome.FAILED) > allowedFailures ? "too many failures" : null;
    }

    /** The reason, which from now on is why the run did not start everything. */
    String cutShort() {
        cutShort = reason();
        return cutShort;
    }

    /** Why something was not started, or {@code null} if everything was. */
    String whyCutShort() {
        return cutShort;
    }

    /** Stops the run for good; the first reason stays. */
    void pull(String reason) {
        if (pulled == null) {
            pulled = reason;
        }
    }

    /** Whether so many more failures would be too many. */
    boolean wouldStop(int moreFailures) {
        return tally.count(Outcome.FAILED) + moreFailures > allowedFailures;
    }
}
