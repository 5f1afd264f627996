package io.impsh.output;

import io.impsh.bulk.ItemResult;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What came of each item of a plan. */
final class ReportTable {
    private static final List<String> HEADERS = List.of("name", "from", "to", "outcome", "reason");

    private ReportTable() {}

    static AlignedTable of(List<ItemResult> results) {
        return of(results, PlanTree::outcome);
    }

    /** Of a plan that can be gone on with. */
    static AlignedTable soFar(List<ItemResult> results) {
        return of(results, PlanTree::outcomeSoFar);
    }

    private static AlignedTable of(List<ItemResult> results, Function<ItemResult, String> outcome) {
        return new AlignedTable(
                HEADERS,
                results.stream()
                        .map(result -> row(result, outcome.apply(result)))
                        .toList());
    }

    private static List<Cell> row(ItemResult result, String outcome) {
        return Stream.of(
                        result.item().label(),
                        result.item().fromName(),
                        PlanTree.destination(result.item().change()),
                        outcome,
                        result.reason())
                .map(value -> Cell.of(value, ZoneOffset.UTC))
                .toList();
    }
}
