package io.impsh.output;

import io.impsh.bulk.Plan;
import java.util.List;

/** A plan in a few lines. */
public final class PlanText {
    private PlanText() {}

    /** Lines without line ends. */
    public static List<String> lines(Plan plan, Screen screen) {
        throw new UnsupportedOperationException("not built yet");
    }
}
