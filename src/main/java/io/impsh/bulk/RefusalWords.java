package io.impsh.bulk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Puts the service's words of a refused request to the items that they are about. */
final class RefusalWords {
    private RefusalWords() {}

    /**
     * Settles as failed what the words can be put to without a doubt.
     *
     * @param rest the items of the request that have not happened
     * @param size how many items the request had
     * @return the items of which it is not clear why they were refused
     */
    static List<PlanItem> settleClear(List<PlanItem> rest, int size, Answer.Refused refused, Tally tally) {
        List<PlanItem> unclear = new ArrayList<>();
        boolean aboutAll = refused.whole() || size == 1 || oneAnswerForAll(rest, refused);
        for (PlanItem item : rest) {
            if (aboutAll || isNamed(item, refused)) {
                tally.settle(item, Outcome.FAILED, of(item, refused));
            } else {
                unclear.add(item);
            }
        }
        return unclear;
    }

    /** The words that name the item, or else the first ones. */
    static String of(PlanItem item, Answer.Refused refused) {
        return refused.perItem().stream()
                .filter(words -> words.contains(item.target().id()))
                .findFirst()
                .orElse(refused.words());
    }

    private static boolean isNamed(PlanItem item, Answer.Refused refused) {
        return refused.perItem().stream()
                .anyMatch(words -> words.contains(item.target().id()));
    }

    /** As many equal answers as there are items left. A single answer may be about the request as such. */
    private static boolean oneAnswerForAll(List<PlanItem> rest, Answer.Refused refused) {
        return rest.size() > 1
                && refused.perItem().size() == rest.size()
                && new HashSet<>(refused.perItem()).size() == 1;
    }
}
