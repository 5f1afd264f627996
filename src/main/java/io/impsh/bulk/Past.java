package io.impsh.bulk;

import io.impsh.bulk.JournalContent.Request;
import io.impsh.bulk.JournalContent.Settled;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What earlier runs of a plan have left behind.
 *
 * @param settled items that have their outcome
 * @param answered outcomes that follow from an answer, and that no journal tells yet
 * @param sent items that were sent, or may have been, and have none, with the last request about each; by identity
 */
record Past(List<ItemResult> settled, List<ItemResult> answered, Map<PlanItem, Request> sent) {
    static final Past NONE = new Past(List.of(), List.of(), Map.of());

    /** As the journal has it. */
    static Past asWritten(JournalContent content, List<PlanItem> items) {
        return of(content, items, false, false);
    }

    /**
     * As it is taken up. What is unknown is open again where the state can tell by now, and so is what failed without
     * having been sent: its state could not be read.
     *
     * @param items those of the plan, in its order
     * @param retryUnknown whether to repeat what may have happened and leaves no state that tells
     */
    static Past takenUp(JournalContent content, List<PlanItem> items, boolean retryUnknown) {
        return of(content, items, true, retryUnknown);
    }

    private static Past of(JournalContent content, List<PlanItem> items, boolean reopens, boolean repeats) {
        List<ItemResult> settled = new ArrayList<>();
        List<ItemResult> answered = new ArrayList<>();
        Map<PlanItem, Request> sent = new IdentityHashMap<>();
        for (int n = 0; n < items.size(); n++) {
            PlanItem item = items.get(n);
            Settled result = content.settled(n);
            Request request = content.request(n);
            if (result != null && !(reopens && isOpenAgain(item, result, request, repeats))) {
                settled.add(new ItemResult(item, result.outcome(), result.reason(), result.created(), false));
                continue;
            }
            ItemResult byAnswer = request == null || result != null ? null : byAnswer(item, request);
            if (byAnswer != null) {
                answered.add(byAnswer);
            } else if (request != null && !request.isSurelyNotSent() && (leavesState(item) || !repeats)) {
                sent.put(item, result == null ? request : request.thatMade(result.created()));
            }
        }
        return new Past(List.copyOf(settled), List.copyOf(answered), sent);
    }

    private static boolean isOpenAgain(PlanItem item, Settled result, Request request, boolean repeats) {
        return switch (result.outcome()) {
            case UNKNOWN -> repeats || leavesState(item);
            case FAILED -> request == null || ItemResult.isNotSentAgain(result.outcome(), result.reason());
            case DONE, STALE, SKIPPED, PLANNED -> false;
        };
    }

    private static boolean leavesState(PlanItem item) {
        return !(item.change() instanceof Change.Restart);
    }

    private static boolean creates(PlanItem item) {
        return item.change() instanceof Change.Copy || item.change() instanceof Change.CreateWebhook;
    }

    /** What leaves no state, or nothing when it is refused, goes by its answer. {@code null} if that is not sure. */
    private static ItemResult byAnswer(PlanItem item, Request request) {
        if (request.answer == null || leavesState(item) && !creates(item)) {
            return null;
        }
        if (request.answer.equals(Answer.Accepted.TOLD)) {
            return creates(item) ? null : new ItemResult(item, Outcome.DONE, null);
        }
        return request.answer.startsWith(Answer.Refused.TOLD)
                ? new ItemResult(item, Outcome.FAILED, request.answer.substring(Answer.Refused.TOLD.length()))
                : null;
    }
}
