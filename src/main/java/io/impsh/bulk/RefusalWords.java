package io.impsh.bulk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Puts the service's words of a refused request to the items that they are about. */
final class RefusalWords {
    private final Batch batch;
    private final Answer.Refused refused;

    RefusalWords(Batch batch, Answer.Refused refused) {
        this.batch = batch;
        this.refused = refused;
    }

    /**
     * Settles as failed what the words can be put to without a doubt.
     *
     * @param rest the items of the request that have not happened
     * @return the items of which it is not clear why they were refused
     */
    List<PlanItem> settleClear(List<PlanItem> rest, Tally tally) {
        boolean aboutAll = refused.whole() || batch.items().size() == 1 || oneAnswerForAll(rest);
        List<PlanItem> unclear = new ArrayList<>();
        for (PlanItem item : rest) {
            if (aboutAll || named(item).isPresent()) {
                tally.settle(item, Outcome.FAILED, about(item));
            } else {
                unclear.add(item);
            }
        }
        return unclear;
    }

    /** The words that name the item, or else the first ones. */
    String about(PlanItem item) {
        return named(item).orElse(refused.words());
    }

    private Optional<String> named(PlanItem item) {
        return refused.perItem().stream()
                .filter(error -> isAbout(error, item))
                .map(Answer.ItemError::words)
                .findFirst();
    }

    private boolean isAbout(Answer.ItemError error, PlanItem item) {
        String id = item.target().id();
        if (Objects.requireNonNullElse(error.words(), "").contains(id)) {
            return true;
        }
        int index = error.index();
        return index >= 0
                && index < batch.items().size()
                && batch.items().get(index).target().id().equals(id);
    }

    /** As many equal answers as there are items left. A single answer may be about the request as such. */
    private boolean oneAnswerForAll(List<PlanItem> rest) {
        return rest.size() > 1
                && refused.perItem().size() == rest.size()
                && refused.perItem().stream()
                                .map(Answer.ItemError::words)
                                .distinct()
                                .count()
                        == 1;
    }
}
