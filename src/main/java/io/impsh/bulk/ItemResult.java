package io.impsh.bulk;

import io.impsh.model.EntityRef;

/**
 * How one item ended.
 *
 * @param reason the service's words or ours; {@code null} when done or planned
 * @param created what the change made, such as the copy of a build; {@code null} when it made nothing, or that is not known
 * @param notStarted skipped because the run ended before its turn: resuming takes it up
 */
public record ItemResult(PlanItem item, Outcome outcome, String reason, EntityRef created, boolean notStarted) {
    public ItemResult(PlanItem item, Outcome outcome, String reason) {
        this(item, outcome, reason, null, false);
    }

    /** Begins the reason of what was found as it shall be when it was looked at again. */
    static final String ALREADY_SO = "already so: ";

    /** Whether the target is as it shall be, through this or before. */
    boolean isFulfilled() {
        return switch (outcome) {
            case DONE, PLANNED -> true;
            case SKIPPED ->
                item.verdict().kind() == Verdict.Kind.ALREADY || reason != null && reason.startsWith(ALREADY_SO);
            case FAILED, STALE, UNKNOWN -> false;
        };
    }

    private static final String NOT_SENT_AGAIN = " (not sent again: ";

    /** It has not happened, and would have been sent again if the run had not ended before. */
    static ItemResult notSentAgain(PlanItem item, String words, String reason) {
        return new ItemResult(item, Outcome.FAILED, words + NOT_SENT_AGAIN + reason + ")");
    }

    /** Whether going on with the plan takes it up, though it has not happened. */
    boolean isLeftOver() {
        return notStarted || isNotSentAgain(outcome, reason);
    }

    static boolean isNotSentAgain(Outcome outcome, String reason) {
        return outcome == Outcome.FAILED && reason != null && reason.contains(NOT_SENT_AGAIN);
    }

    static ItemResult notStarted(PlanItem item, String reason) {
        return new ItemResult(item, Outcome.SKIPPED, "not started: " + reason, null, true);
    }
}
