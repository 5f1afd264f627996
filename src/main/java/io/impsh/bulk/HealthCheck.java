package io.impsh.bulk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks after a wave whether the devices that it has changed are well, every ten seconds until they are, or until it has
 * lasted too long. It does not ask at once: a device takes some seconds to notice that it has to restart.
 */
final class HealthCheck {
    private static final Duration BETWEEN = Duration.ofSeconds(10);

    private final Run run;
    private final Waits waits;
    private final List<HealthSign> signs;

    HealthCheck(Run run, Waits waits, ApplyOptions options) {
        this.run = run;
        this.waits = waits;
        this.signs = signs(run, options);
    }

    private static List<HealthSign> signs(Run run, ApplyOptions options) {
        List<HealthSign> signs = new ArrayList<>();
        if (options.health() instanceof Health.Check check) {
            signs.add(new FunctionSign(new DeviceReader(run), check.isHealthy(), options.within()));
        }
        if (options.health() instanceof Health.Signs wanted) {
            if (wanted.online() != null) {
                signs.add(new OnlineSign(new DeviceReader(run), wanted.online()));
            }
            if (wanted.noErrors() != null) {
                signs.add(new ErrorFreeSign(new ErrorReader(run), run.cloud(), wanted.noErrors()));
            }
        }
        return signs;
    }

    /** What it came to, and how long that took. */
    record Finding(WaveEnd.Health health, Duration took) {}

    /** Looks how they are before the wave is sent. */
    void before(List<PlanItem> items) {
        signs.forEach(sign -> sign.before(items));
    }

    /** Waits until it is known; when they are not well the run goes no further. */
    Finding after(List<PlanItem> changed) {
        if (signs.isEmpty() || changed.isEmpty()) {
            return new Finding(WaveEnd.Health.UNCHECKED, Duration.ZERO);
        }
        long begin = waits.nanos();
        Duration patience = signs.stream()
                .map(HealthSign::patience)
                .max(Duration::compareTo)
                .orElseThrow();
        Duration next = Duration.ZERO;
        while (true) {
            next = earlier(next.plus(BETWEEN), waits.since(begin));
            if (!waits.until(begin, next, left -> tell(changed, patience.minus(waits.since(begin))))) {
                return new Finding(WaveEnd.Health.UNKNOWN, waits.since(begin));
            }
            Duration since = waits.since(begin);
            signs.stream().filter(sign -> !sign.isShown()).forEach(sign -> sign.look(changed, since));
            tell(changed, patience.minus(waits.since(begin)));
            WaveEnd.Health health = judge(changed, since);
            if (health != null) {
                return new Finding(health, waits.since(begin));
            }
        }
    }

    /** {@code null} while it has to be looked at again. */
    private WaveEnd.Health judge(List<PlanItem> changed, Duration since) {
        if (signs.stream().allMatch(HealthSign::isShown)) {
            return WaveEnd.Health.OK;
        }
        if (run.control().isStopping()) {
            return WaveEnd.Health.UNKNOWN;
        }
        for (HealthSign sign : signs) {
            if (isLost(sign, since)) {
                run.brake().pull("health check failed: " + sign.complaint(changed));
                return WaveEnd.Health.FAILED;
            }
        }
        return null;
    }

    /** The next look; none of the signs is waited for longer than it may take. */
    private Duration earlier(Duration next, Duration now) {
        Duration earliest = next.compareTo(now) < 0 ? now : next;
        for (HealthSign sign : signs) {
            boolean sooner = !sign.isShown() && sign.patience().compareTo(earliest) < 0;
            earliest = sooner ? sign.patience() : earliest;
        }
        return earliest;
    }

    private static boolean isLost(HealthSign sign, Duration since) {
        return !sign.isShown() && (sign.isHopeless() || since.compareTo(sign.patience()) >= 0);
    }

    private void tell(List<PlanItem> changed, Duration left) {
        Set<String> missing = new HashSet<>();
        signs.forEach(sign ->
                sign.missing(changed).forEach(item -> missing.add(item.target().id())));
        run.progress().tellHealth(changed.size() - missing.size(), changed.size(), left);
    }
}
