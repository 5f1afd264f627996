package io.impsh.script;

import io.impsh.bulk.ItemResult;
import io.impsh.bulk.Report;
import java.util.ArrayList;
import java.util.List;

/** The bulk changes of a session that are not wholly done. One that is resumed later on counts as it has ended last. */
final class IncompleteReports {
    private final List<Report> reports = new ArrayList<>();

    synchronized void applied(Report report) {
        reports.removeIf(earlier -> earlier.id().equals(report.id()));
        if (!report.complete() || report.all().stream().anyMatch(ItemResult::notStarted)) {
            reports.add(report);
        }
    }

    synchronized List<Report> all() {
        return List.copyOf(reports);
    }
}
