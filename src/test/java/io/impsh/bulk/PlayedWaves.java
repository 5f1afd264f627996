package io.impsh.bulk;

import io.impsh.model.Device;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A plan applied in waves to a fake service, in which no time passes, for tests of what is seen of it. */
public final class PlayedWaves {
    private final FakeCloud cloud =
            new FakeCloud().with(Fleet.LINE_1, Fleet.LINE_2).with(Fleet.devices(1250, Fleet.LINE_1));
    private final FakeTiming timing = new FakeTiming();
    private Journal journal = Journal.none();

    /** These lose their connection when they are moved, and do not get it back. */
    public PlayedWaves losing(Set<String> ids) {
        cloud.trouble = (batch, carryOut) -> {
            carryOut.run();
            batch.ids().stream().filter(ids::contains).forEach(id -> cloud.setOnline(id, false));
            return new Answer.Accepted();
        };
        return this;
    }

    /** A journal is kept there. */
    public PlayedWaves journalledIn(Path folder) {
        journal = new Journals(() -> Optional.of(folder), new Author("demo", null, "impsh 0.1.0")).journal();
        return this;
    }

    /** Something happens when so much of the time in which the run waits has passed. */
    public PlayedWaves at(Duration time, Runnable event) {
        timing.at(time, event);
        return this;
    }

    /** Moves 1,250 devices. */
    public Report apply(Confirmation confirmation, ApplyListener listener, Pause pause, String... shares) {
        Plan plan = Plans.planner(cloud).assign(List.<Device>copyOf(cloud.devices.values()), Fleet.LINE_2);
        ApplyOptions options = ApplyOptions.defaults()
                .withWaves(Stream.of(shares).map(Share::parse).toList())
                .withPause(pause)
                .withHealth(new Health.Signs(Duration.ofMinutes(10), null), ApplyOptions.DEFAULT_WITHIN);
        return new Applier(control -> cloud, confirmation, journal, Plans.NOW, timing)
                .apply(plan, options, listener, new ApplyControl());
    }
}
