package io.impsh.script;

import io.impsh.UserException;
import io.impsh.bulk.Outcome;
import io.impsh.bulk.Report;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The script type of what came of a plan. */
final class ReportType {
    private ReportType() {}

    static HostType<Report> make() {
        HostType<Report> type = new HostType<Report>(
                        "Report", "What came of a plan: every item ended in exactly one way.")
                .property("id", "string", "By which plans.show, resume and undo find it", (report, host) -> report.id())
                .property(
                        "stopped",
                        "string | null",
                        "Why the run ended before everything was started; null when it did not",
                        (report, host) -> report.stopped())
                .property(
                        "stillMatching",
                        "number | null",
                        "How many match the selection of the plan now; null when that was not counted",
                        (report, host) -> stillMatching(report));
        for (Outcome outcome : Outcome.values()) {
            String name = outcome.name().toLowerCase(Locale.ROOT);
            type.relation(
                    name,
                    "ReportItems",
                    "The items that ended as " + name,
                    (report, host) -> new HostObject<>(
                            host.registry().reportItemsType(), new ReportItems(report, report.results(outcome)), host));
        }
        return type.relation(
                        "counts",
                        "OutcomeCounts",
                        "How many items ended in which way: {done, failed, …}; the numbers add up to the plan",
                        (report, host) -> counts(report))
                .method(
                        "undo",
                        "Plan",
                        "A plan of the reverse of what was done. What cannot be reversed is in it as refused, with the"
                                + " reason.",
                        PlanType.EXAMPLE + ".apply().undo()",
                        (report, call) -> undo(report, call.host()))
                .describedBy(report -> "report " + report.id())
                .json((report, call) -> json(report));
    }

    /** What has done nothing has no journal, or that of another run of the same plan. */
    private static Object undo(Report report, Host host) {
        boolean changed = !report.results(Outcome.DONE).isEmpty()
                || !report.results(Outcome.UNKNOWN).isEmpty();
        if (!changed) {
            throw new UserException("NOTHING_TO_UNDO", "nothing was done, so that there is nothing to undo", null);
        }
        return PlansType.undo(report.id(), host);
    }

    private static Object stillMatching(Report report) {
        return report.stillMatching().isPresent()
                ? (long) report.stillMatching().getAsInt()
                : null;
    }

    private static Map<String, Object> counts(Report report) {
        Map<String, Object> counts = new LinkedHashMap<>();
        report.counts().forEach((outcome, count) -> counts.put(outcome.name().toLowerCase(Locale.ROOT), (long) count));
        return counts;
    }

    private static Map<String, Object> json(Report report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", report.id());
        json.put("stopped", report.stopped());
        json.put("stillMatching", stillMatching(report));
        json.put("counts", counts(report));
        json.put("items", report.all().stream().map(PlanRows::of).toList());
        return json;
    }
}
