package io.impsh.output;

import io.impsh.bulk.ItemResult;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What came of each item of a plan. */
final class ReportTable {
    private static final List<String> HEADERS = List.of("name", "from", "to", "outcome", "reason");

    private ReportTable() {}

    static AlignedTable of(List<ItemResult> results) {
        return new AlignedTable(HEADERS, results.stream().map(ReportTable::row).toList());
    }

    private static List<Cell> row(ItemResult result) {
        return Stream.of(
                        result.item().label(),
                        result.item().fromName(),
                        PlanTree.destination(result.item().change()),
                        PlanTree.word(result.outcome()),
                        result.reason())
                .map(value -> Cell.of(value, ZoneOffset.UTC))
                .toList();
    }
}
