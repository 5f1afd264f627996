package io.impsh.bulk;

import java.util.ArrayList;
import java.util.List;

/**
 * The waves of a plan. They depend on nothing but the plan and the shares, so that a run that is taken up again goes on
 * in the wave where it was.
 *
 * @param beyond what no wave reaches
 */
record Waves(List<Wave> waves, List<PlanItem> beyond) {
    /**
     * @param sent the items that the plan sends: in its order, doubtful ones after all others
     * @param shares cumulative; where two come to the same number of items there is only one wave. Empty for one wave
     *     of everything
     */
    static Waves of(List<PlanItem> sent, List<Share> shares) {
        List<PlanItem> ordered = new ArrayList<>(ofKind(sent, Verdict.Kind.GO));
        ordered.addAll(ofKind(sent, Verdict.Kind.DOUBTFUL));
        List<Integer> ends = shares.isEmpty()
                ? List.of(ordered.size())
                : shares.stream()
                        .map(share -> share.itemsOf(ordered.size()))
                        .filter(end -> end > 0)
                        .distinct()
                        .toList();
        List<Wave> waves = new ArrayList<>();
        int begin = 0;
        for (int end : ends) {
            waves.add(new Wave(waves.size() + 1, ends.size(), List.copyOf(ordered.subList(begin, end))));
            begin = end;
        }
        return new Waves(waves, List.copyOf(ordered.subList(begin, ordered.size())));
    }

    private static List<PlanItem> ofKind(List<PlanItem> items, Verdict.Kind kind) {
        return items.stream().filter(item -> item.verdict().kind() == kind).toList();
    }
}
