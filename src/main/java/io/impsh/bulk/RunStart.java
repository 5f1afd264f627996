package io.impsh.bulk;

import io.impsh.CountedNoun;
import io.impsh.UserException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * How a run begins.
 *
 * @param plan with all that its items lacked
 * @param past of earlier runs
 * @param begin tells the journal
 */
record RunStart(Plan plan, Past past, Journal journal, Runnable begin) {
    /** @throws UserException if the plan cannot be applied, as far as that is known by now */
    static RunStart of(Plan plan, Journal journal, ApplyOptions options) {
        Plan whole = Preconditions.withKey(plan, plan.sent(), options, "apply({unbondKey: 'ask'})");
        if (!whole.sent().isEmpty()) {
            journal.check(whole);
        }
        return new RunStart(whole, Past.NONE, journal, () -> journal.begin(whole, options));
    }

    /**
     * From here on nobody else can take the plan up.
     *
     * @throws UserException if there is nothing to take up, or it cannot be
     */
    static RunStart again(JournalledPlan journalled, ApplyOptions options) {
        JournalledPlan.Reopened reopened = journalled.reopen();
        FileJournal journal = reopened.journal();
        try {
            RunStart start = of(journalled.id(), reopened.content(), options, journal);
            return new RunStart(start.plan, start.past, journal, () -> journal.goOn(start.plan, options));
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    /** Nothing is kept of it. */
    static RunStart dryAgain(JournalledPlan journalled, ApplyOptions options) {
        return of(journalled.id(), journalled.content(), options, Journal.none());
    }

    private static RunStart of(String id, JournalContent content, ApplyOptions options, Journal journal) {
        Plan plan = content.plan();
        Past past = Past.takenUp(content, plan.items(), options.retryUnknown());
        List<PlanItem> open = open(plan, past);
        boolean complete = content.end() != null && content.end().complete();
        if (complete && open.isEmpty()) {
            throw Preconditions.complete(id);
        }
        Plan whole = Preconditions.withKey(plan, open, options, "plans.resume('" + id + "', {unbondKey: 'ask'})");
        return new RunStart(whole, Past.takenUp(content, whole.items(), options.retryUnknown()), journal, () -> {});
    }

    private static List<PlanItem> open(Plan plan, Past past) {
        Set<PlanItem> known = Collections.newSetFromMap(new IdentityHashMap<>());
        past.settled().forEach(result -> known.add(result.item()));
        past.answered().forEach(result -> known.add(result.item()));
        return plan.sent().stream().filter(item -> !known.contains(item)).toList();
    }

    boolean isAgain() {
        return past != Past.NONE;
    }

    void tellJournal() {
        begin.run();
    }

    Question question(List<PlanItem> open) {
        Question question = plan.question(open);
        if (!isAgain()) {
            return question;
        }
        String left = CountedNoun.number(open.size()) + " of "
                + CountedNoun.number(plan.sent().size());
        return new Question(
                left + " are left: " + question.text(), question.affected(), question.count(), question.typeNumber());
    }
}
