package io.impsh.bulk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;

/**
 * What a summary needs beyond the items.
 *
 * @param home where the things of the plan live
 * @param accountNames name by id, of the other accounts in the plan
 * @param webhooks number by id of the group that they disappear with
 * @param requestsPerSecond the present limit
 */
record PlanContext(
        Home home, Map<String, String> accountNames, Map<String, Integer> webhooks, DoubleSupplier requestsPerSecond) {
    PlanSummary summary(String title, List<PlanItem> items) {
        List<PlanItem> sent =
                items.stream().filter(item -> item.verdict().sent()).toList();
        int requests = RequestEstimate.of(sent);
        double rate = requestsPerSecond.getAsDouble();
        return new PlanSummary(
                title,
                moves(sent),
                PlanWording.removals(sent, webhooks(sent)),
                reasons(items, Verdict.Kind.ALREADY, Verdict.Kind.REFUSED),
                reasons(items, Verdict.Kind.DOUBTFUL, Verdict.Kind.DOUBTFUL),
                foreign(sent),
                requests,
                Duration.ofMillis(Math.round(requests * 1000 / rate)),
                rate,
                sent.size());
    }

    private static List<PlanSummary.Move> moves(List<PlanItem> sent) {
        Map<List<String>, Integer> counts = new LinkedHashMap<>();
        for (PlanItem item : sent) {
            if (movesOn(item.change())) {
                counts.merge(List.of(PlanWording.from(item), PlanWording.to(item.change())), 1, Integer::sum);
            }
        }
        List<PlanSummary.Move> moves = new ArrayList<>();
        counts.forEach((names, count) -> moves.add(new PlanSummary.Move(names.get(0), names.get(1), count)));
        return List.copyOf(moves);
    }

    private static boolean movesOn(Change change) {
        return change instanceof Change.Assign
                || change instanceof Change.Unassign
                || change instanceof Change.Copy
                || change instanceof Change.UpdateWebhook;
    }

    /** How many webhooks disappear with what will be sent. */
    int webhooks(List<PlanItem> sent) {
        return sent.stream()
                .filter(item -> item.change() instanceof Change.Remove)
                .mapToInt(item -> webhooks.getOrDefault(item.target().id(), 0))
                .sum();
    }

    private static Map<String, Integer> reasons(List<PlanItem> items, Verdict.Kind one, Verdict.Kind other) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (PlanItem item : items) {
            Verdict verdict = item.verdict();
            if (verdict.kind() == one || verdict.kind() == other) {
                counts.merge(verdict.reason(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private Map<String, Integer> foreign(List<PlanItem> sent) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Set<String> counted = new HashSet<>();
        for (PlanItem item : sent) {
            boolean others = item.account() != null && !item.account().equals(home.account());
            if (others && counted.add(item.target().id())) {
                counts.merge(accountNames.getOrDefault(item.account(), item.account()), 1, Integer::sum);
            }
        }
        return counts;
    }
}
