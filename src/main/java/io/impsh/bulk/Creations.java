package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.api.Filter;
import io.impsh.model.EntityRef;
import io.impsh.model.Webhook;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;

/**
 * Settles requests that made something new: copies of builds, webhooks. What was accepted is looked for by its id. What
 * came of a lost answer shows only in what is there since: a copy is a build of the same code in the group, created after
 * the request was begun, by the service's clock; a webhook is one with the same facts, as there was none before. Where
 * that leaves a doubt, nobody knows, and it is not sent again.
 */
final class Creations {
    /** What is there of a creation whose answer is not known. */
    sealed interface Trace {
        record Made(EntityRef ref) implements Trace {}

        record NotMade() implements Trace {}

        /** It cannot be told, or was not told. */
        record Untold(String words) implements Trace {}

        /** There is more than one thing that it may have made. */
        record Ambiguous(String words) implements Trace {}
    }

    private final Run run;
    private final UnderWay underWay;
    private final boolean retryUnknown;
    private final Set<String> claimed = new HashSet<>();

    /** @param retryUnknown whether to call what may have been made not made, where that cannot be told */
    Creations(Run run, UnderWay underWay, boolean retryUnknown) {
        this.run = run;
        this.underWay = underWay;
        this.retryUnknown = retryUnknown;
    }

    /** What an earlier result, or an answer, says was made is no trace of another request. */
    void claim(EntityRef created) {
        if (created != null) {
            claimed.add(created.id());
        }
    }

    /** Settles items; what it returns has not happened. */
    List<SentBatch> settle(List<SentBatch> sent) {
        run.tally().results().stream()
                .filter(Objects::nonNull)
                .map(ItemResult::created)
                .forEach(this::claim);
        Map<SentBatch, EntityRef> accepted = new LinkedHashMap<>();
        List<SentBatch> lost = new ArrayList<>();
        for (SentBatch each : sent) {
            if (each.answer() instanceof Answer.Accepted answer && answer.created() != null) {
                claim(answer.created());
                accepted.put(each, answer.created());
            } else if (each.answer() instanceof Answer.Refused refused) {
                run.tally().settle(each.item(), Outcome.FAILED, refused.words());
            } else {
                lost.add(each);
            }
        }
        settleAccepted(accepted);
        return settleLost(lost);
    }

    private void settleAccepted(Map<SentBatch, EntityRef> accepted) {
        Map<Listing, List<EntityRef>> created = new LinkedHashMap<>();
        accepted.forEach((sent, ref) -> created.computeIfAbsent(place(sent.item()), same -> new ArrayList<>())
                .add(ref));
        Map<String, Observation> seen = new HashMap<>();
        if (!isCancelled()) {
            created.forEach((listing, refs) -> seen.putAll(run.reader().read(refs, listing)));
        }
        accepted.forEach((sent, ref) -> run.tally().settle(result(sent.item(), ref, seen.get(ref.id()))));
    }

    private static Listing place(PlanItem item) {
        return item.change() instanceof Change.Copy copy
                ? Listing.builds(copy.to().ref())
                : new Listing(Webhook.TYPE, Filter.none());
    }

    private static ItemResult result(PlanItem item, EntityRef created, Observation seen) {
        if (seen instanceof Observation.Present) {
            return new ItemResult(item, Outcome.DONE, null, created, false);
        }
        if (seen instanceof Observation.Gone) {
            return new ItemResult(item, Outcome.FAILED, "accepted by the service, but it is gone");
        }
        String words = seen instanceof Observation.Unreadable unreadable
                ? "its state could not be read back: " + unreadable.words()
                : "cancelled before its state was read back";
        return new ItemResult(item, Outcome.UNKNOWN, words, created, false);
    }

    private List<SentBatch> settleLost(List<SentBatch> lost) {
        Map<SentBatch, Trace> traces = new LinkedHashMap<>();
        trace(lost, traces);
        List<SentBatch> late = lost.stream()
                .filter(sent -> traces.get(sent) instanceof Trace.NotMade)
                .toList();
        if (!late.isEmpty()) {
            underWay.await();
            trace(late, traces);
        }
        List<SentBatch> notMade = new ArrayList<>();
        for (SentBatch each : lost) {
            Trace trace = traces.get(each);
            if (trace instanceof Trace.Made made) {
                run.tally().settle(new ItemResult(each.item(), Outcome.DONE, null, made.ref(), false));
            } else if (trace instanceof Trace.Untold untold) {
                run.tally().settle(each.item(), Outcome.UNKNOWN, untold.words());
            } else if (trace instanceof Trace.Ambiguous ambiguous && !retryUnknown) {
                run.tally().settle(each.item(), Outcome.UNKNOWN, ambiguous.words());
            } else {
                notMade.add(each);
            }
        }
        return notMade;
    }

    private void trace(List<SentBatch> lost, Map<SentBatch, Trace> traces) {
        Queue<SentBatch> queue = new ArrayDeque<>(lost);
        run.workers().run(queue::poll, sent -> trace(sent.item(), sent.batch().since()), traces::put);
    }

    /**
     * What has become of one creation. Safe for use by many threads.
     *
     * @param since the earliest that the service's clock can have shown when it was sent first
     */
    Trace trace(PlanItem item, Instant since) {
        if (isCancelled()) {
            return new Trace.Untold("cancelled before its state was read back");
        }
        try {
            return item.change() instanceof Change.Copy copy ? copies(copy, since) : webhooks(item);
        } catch (UserException e) {
            return new Trace.Untold("its state could not be read back: " + e.getMessage());
        }
    }

    private Trace copies(Change.Copy copy, Instant since) {
        Filter same = StateReader.in(copy.to().ref()).and("sha", copy.sha());
        List<EntityRef> found = Cloud.all(run.cloud().builds(same, 1)).stream()
                .filter(build -> copy.sha().equals(build.sha()) && isIn(copy.to(), build))
                .filter(build -> !build.createdAt().isBefore(since))
                .map(Build::ref)
                .toList();
        return only(found, "builds of that code");
    }

    private static boolean isIn(GroupTarget group, Build build) {
        return build.group() != null && build.group().id().equals(group.id());
    }

    private Trace webhooks(PlanItem item) {
        WebhookFacts facts = ((Change.CreateWebhook) item.change()).facts();
        List<EntityRef> found = Cloud.all(run.cloud().webhooks(StateReader.in(item.target()), 1)).stream()
                .filter(webhook -> WebhookFacts.of(webhook).equals(facts))
                .map(webhook -> webhook.ref())
                .toList();
        return only(found, "such webhooks");
    }

    private Trace only(List<EntityRef> found, String what) {
        List<EntityRef> free =
                found.stream().filter(ref -> !claimed.contains(ref.id())).toList();
        return switch (free.size()) {
            case 0 -> new Trace.NotMade();
            case 1 -> new Trace.Made(free.get(0));
            default ->
                new Trace.Ambiguous(free.size() + " " + what
                        + " have appeared meanwhile, and it cannot be told which of them is this one");
        };
    }

    private boolean isCancelled() {
        return run.control().inFlight().isCancelled();
    }
}
