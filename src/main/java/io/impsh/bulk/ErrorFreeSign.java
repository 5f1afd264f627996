package io.impsh.bulk;

import io.impsh.CountedNoun;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The devices log no error for some time after the wave. The first error that is seen ends the waiting. Reading a log is
 * a request for each device, so that the logs of many devices are read only when the time is over.
 */
final class ErrorFreeSign implements HealthSign {
    private static final int FEW = 100;
    /** For logs that cannot be read when the time is over. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final ErrorReader errors;
    private final Cloud cloud;
    private final Duration quiet;
    private final Map<PlanItem, String> found = new LinkedHashMap<>();
    private Instant begin;
    private boolean shown;

    ErrorFreeSign(ErrorReader errors, Cloud cloud, Duration quiet) {
        this.errors = errors;
        this.cloud = cloud;
        this.quiet = quiet;
    }

    /** What is logged from the first request on counts: the code may run before the wave is over. */
    @Override
    public void before(List<PlanItem> items) {
        begin = cloud.earliestTime();
    }

    @Override
    public void look(List<PlanItem> changed, Duration since) {
        boolean over = since.compareTo(quiet) >= 0;
        if (over || changed.size() <= FEW) {
            boolean allRead = errors.read(changed, begin, found::put);
            shown = over && allRead && found.isEmpty();
        }
    }

    @Override
    public boolean isShown() {
        return shown;
    }

    @Override
    public List<PlanItem> missing(List<PlanItem> changed) {
        return List.copyOf(found.keySet());
    }

    @Override
    public boolean isHopeless() {
        return !found.isEmpty();
    }

    @Override
    public Duration patience() {
        return quiet.plus(GRACE);
    }

    @Override
    public String complaint(List<PlanItem> changed) {
        if (found.isEmpty()) {
            return "the logs of " + CountedNoun.of(changed.size(), "device") + " could not all be read"
                    + errors.trouble();
        }
        Map.Entry<PlanItem, String> first = found.entrySet().iterator().next();
        return CountedNoun.number(found.size()) + " of " + CountedNoun.of(changed.size(), "device")
                + " logged errors: " + HealthSign.names(List.copyOf(found.keySet())) + "; "
                + first.getKey().label() + " says " + first.getValue();
    }
}
