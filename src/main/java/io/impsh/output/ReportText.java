package io.impsh.output;

import io.impsh.bulk.Report;
import java.util.List;

/** What came of a plan: the counts, and what needs a look. */
public final class ReportText {
    private ReportText() {}

    /** Lines without line ends. */
    public static List<String> lines(Report report, Screen screen) {
        throw new UnsupportedOperationException("not built yet");
    }
}
