package io.impsh.cli;

import io.impsh.CountedNoun;
import io.impsh.bulk.ItemResult;
import io.impsh.bulk.Outcome;
import io.impsh.bulk.Report;
import io.impsh.output.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a program says of a bulk change that is over, and what can be done next. */
final class ReportWords {
    private ReportWords() {}

    /**
     * Such as {@code plan 7f3a (move 66 devices) is incomplete: 3 failed, 1 unknown of 66}, and how to go on with it, or where
     * to look.
     */
    static String incomplete(Report report) {
        List<String> counts = missing(report);
        String ended = counts.isEmpty()
                ? " was carried out, and stopped"
                : " is incomplete: " + String.join(", ", counts) + " of "
                        + CountedNoun.number(report.all().size());
        String reason = report.stopped() == null ? "" : ": " + SafeText.clean(report.stopped());
        return "plan " + report.id() + " (" + SafeText.clean(report.plan().title()) + ")" + ended + reason + "; "
                + (notStarted(report) > 0
                        ? resume(report)
                        : "look with: impsh -e \"plans.show('" + report.id() + "')\"");
    }

    private static List<String> missing(Report report) {
        List<String> counts = counts(report, Outcome.FAILED, Outcome.UNKNOWN);
        if (notStarted(report) > 0) {
            counts.add(CountedNoun.number(notStarted(report)) + " not started");
        }
        return counts;
    }

    /** Such as {@code stopped: 903 done, 347 not started}, and how to go on with it. */
    static String stopped(Report report) {
        List<String> counts = new ArrayList<>();
        counts.add(CountedNoun.number(report.counts().get(Outcome.DONE)) + " done");
        counts.addAll(missing(report));
        return "stopped: " + String.join(", ", counts) + "; " + resume(report);
    }

    private static String resume(Report report) {
        return "resume with: impsh apply " + report.id();
    }

    /** Such as {@code left alone: 3 skipped, 1 stale}; empty when nothing was. */
    static Optional<String> leftAlone(Report report) {
        List<String> counts = counts(report, Outcome.SKIPPED, Outcome.STALE);
        return counts.isEmpty() ? Optional.empty() : Optional.of("left alone: " + String.join(", ", counts));
    }

    /** How many can still be done by going on with it. */
    static int notStarted(Report report) {
        return (int) report.all().stream().filter(ItemResult::notStarted).count();
    }

    private static List<String> counts(Report report, Outcome... outcomes) {
        List<String> words = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            long count = report.results(outcome).stream()
                    .filter(result -> !result.notStarted())
                    .count();
            if (count > 0) {
                words.add(CountedNoun.number(count) + " " + outcome.name().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }
}
