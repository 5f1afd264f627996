package io.impsh.bulk;

import java.util.function.DoubleSupplier;

/** Plans as text, which can be kept and loaded again: JSON with a version, without secrets. */
public final class PlanFile {
    private PlanFile() {}

    public static String text(Plan plan) {
        throw new UnsupportedOperationException(plan.id());
    }

    /**
     * @param source what messages call it, such as the file's name
     * @param requestsPerSecond the present limit
     * @throws io.impsh.UserException {@code BAD_PLAN} when it is no plan, cut off, or of a later version
     */
    public static Plan parse(String text, String source, DoubleSupplier requestsPerSecond) {
        throw new UnsupportedOperationException(source + text + requestsPerSecond);
    }
}
