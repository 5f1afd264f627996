package io.impsh.bulk;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts what becomes of the items of one wave. */
final class WaveMeter {
    private final Wave wave;
    private final int total;
    private final Tally tally;
    private final long begin = System.nanoTime();
    /** What of the counts of the whole run is not of this wave. */
    private final Map<Outcome, Integer> before = new EnumMap<>(Outcome.class);

    /**
     * To be made when the wave begins.
     *
     * @param total items of all waves
     */
    WaveMeter(Wave wave, int total, Tally tally) {
        this.wave = wave;
        this.total = total;
        this.tally = tally;
        before.putAll(tally.counts());
        for (PlanItem item : wave.items()) {
            if (!tally.isOpen(item)) {
                before.merge(tally.result(item).outcome(), -1, Integer::sum);
            }
        }
    }

    /** @param awaiting items that are accepted and not yet read back */
    WaveProgress sending(int awaiting) {
        Map<Outcome, Integer> counts = counts();
        int settled = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new WaveProgress(
                wave.number(),
                wave.waves(),
                settled + awaiting,
                wave.items().size(),
                counts,
                took(),
                Duration.ZERO,
                0,
                0);
    }

    WaveProgress waiting(int healthy, int checked, Duration left) {
        return new WaveProgress(
                wave.number(),
                wave.waves(),
                wave.items().size(),
                wave.items().size(),
                counts(),
                took(),
                left.isNegative() ? Duration.ZERO : left,
                healthy,
                checked);
    }

    WaveEnd end(HealthCheck.Finding finding) {
        int notStarted = (int) wave.items().stream()
                .filter(item -> tally.result(item).notStarted())
                .count();
        return new WaveEnd(
                wave.number(),
                wave.waves(),
                wave.items().size(),
                total,
                counts(),
                notStarted,
                finding.health(),
                finding.took());
    }

    private Map<Outcome, Integer> counts() {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        before.forEach((outcome, count) -> counts.put(outcome, tally.count(outcome) - count));
        return Collections.unmodifiableMap(counts);
    }

    private Duration took() {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
