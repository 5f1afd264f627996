package io.impsh.bulk;

import io.impsh.UserException;
import java.time.Duration;
import java.util.List;

/**
 * Carries a plan out wave by wave: each is read back, and found healthy where that is wanted, before the next one begins.
 * Without waves all of it is one.
 */
final class WavesRun {
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final Run run;
    private final ApplyOptions options;
    private final Confirmation confirmation;
    private final Waits waits;
    private final PhasesRun phases;
    private final Waves waves;
    private final int total;
    /** Whether there is anything to tell of waves. */
    private final boolean told;

    private long lookedAt;

    WavesRun(Run run, Plan plan, ApplyOptions options, Confirmation confirmation) {
        this.run = run;
        this.options = options;
        this.confirmation = confirmation;
        this.waits = new Waits(run);
        this.phases = new PhasesRun(run, plan.items());
        this.waves = Waves.of(plan.sent(), options.waves());
        this.total = plan.sent().size();
        this.told = !options.waves().isEmpty() || !(options.health() instanceof Health.Unchecked);
        this.lookedAt = waits.nanos();
    }

    /** Waves of which every item is settled already, by an earlier run, are neither sent nor waited for. */
    void carryOut() {
        boolean first = true;
        for (Wave wave : waves.waves()) {
            if (open(wave).isEmpty()) {
                continue;
            }
            if (run.cloud().isDryRun()) {
                phases.carryOut(wave.items());
                continue;
            }
            if (!first) {
                pauseBefore(wave);
            }
            if (run.brake().reason() == null) {
                carryOut(wave, !first);
                first = false;
            } else {
                phases.carryOut(wave.items());
            }
        }
        run.notStarted(waves.beyond().stream().filter(run.tally()::isOpen).toList(), "beyond the last wave");
    }

    private List<PlanItem> open(Wave wave) {
        return wave.items().stream().filter(run.tally()::isOpen).toList();
    }

    private void carryOut(Wave wave, boolean later) {
        if (told) {
            run.progress().waveBegins(wave, total);
        }
        if (later && waits.since(lookedAt).compareTo(FRESH) >= 0) {
            new LookAgain(run).at(open(wave));
            lookedAt = waits.nanos();
        }
        HealthCheck health = new HealthCheck(run, waits, options);
        health.before(wave.items());
        phases.carryOut(wave.items());
        HealthCheck.Finding finding = run.brake().reason() == null
                ? health.after(done(wave))
                : new HealthCheck.Finding(WaveEnd.Health.UNCHECKED, Duration.ZERO);
        if (finding.health() == WaveEnd.Health.FAILED || finding.health() == WaveEnd.Health.UNKNOWN) {
            run.brake().cutShort();
        }
        if (told) {
            run.progress().waveEnds(finding);
        }
    }

    private List<PlanItem> done(Wave wave) {
        return wave.items().stream()
                .filter(item -> run.tally().result(item).outcome() == Outcome.DONE)
                .toList();
    }

    private void pauseBefore(Wave wave) {
        if (run.brake().reason() != null) {
            return;
        }
        if (options.pause().asks()) {
            ask(wave);
        } else {
            waits.until(waits.nanos(), options.pause().length(), run.progress()::tellPause);
        }
    }

    /** Nobody there any more is a no: what was done has to be reported. */
    private void ask(Wave wave) {
        try {
            if (!confirmation.goOn(WaveWording.next(wave, open(wave).size()))) {
                run.brake().pull(run.control().isStopping() ? run.brake().reason() : "no to " + wave.name());
            }
        } catch (UserException e) {
            run.brake().pull("nobody could be asked before " + wave.name() + ": " + e.getMessage());
        }
    }
}
