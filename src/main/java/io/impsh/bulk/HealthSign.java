package io.impsh.bulk;

import io.impsh.CountedNoun;
import io.impsh.DurationWords;
import java.time.Duration;
import java.util.List;

/** One thing that the devices of a wave have to show before the next one begins. One object for each wave. */
interface HealthSign {
    /** Called just before the wave is sent. */
    default void before(List<PlanItem> items) {}

    /**
     * Looks once more.
     *
     * @param changed the items that are done, each time the same
     * @param since how long ago the wave was over
     */
    void look(List<PlanItem> changed, Duration since);

    /** Whether the last look has shown all that was wanted. */
    boolean isShown();

    /** Those that have not shown it, or have shown the contrary. */
    List<PlanItem> missing(List<PlanItem> changed);

    /** Whether waiting any longer is of no use. */
    default boolean isHopeless() {
        return false;
    }

    /** How long after the wave it may take. */
    Duration patience();

    /** What is wrong, such as {@code 3 of 62 devices are not online after 10 min: thermo-0001, …}. */
    String complaint(List<PlanItem> changed);

    /** {@link #complaint} of those that are missing something after so long. */
    static String complaint(List<PlanItem> missing, int changed, String what, Duration within) {
        return CountedNoun.number(missing.size()) + " of " + CountedNoun.of(changed, "device")
                + (missing.size() == 1 ? " is" : " are") + " not " + what + " after " + DurationWords.rounded(within)
                + ": " + names(missing);
    }

    /** The first few by name. */
    static String names(List<PlanItem> items) {
        int most = 3;
        List<String> names = items.stream().limit(most).map(PlanItem::label).toList();
        return String.join(", ", names) + (items.size() > most ? ", …" : "");
    }
}
