package io.impsh.bulk;

import io.impsh.model.DeviceGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;

/** Planners and appliers on a fake service, with a clock that stands still. */
final class Plans {
    static final Clock NOW = Clock.fixed(Fleet.THEN, ZoneOffset.UTC);
    static final Clock LATER = Clock.offset(NOW, Duration.ofMinutes(1));

    private Plans() {}

    static Planner planner(Cloud cloud) {
        return new Planner(cloud, new Names(), NOW);
    }

    /** Says yes to every question. */
    static Applier applier(Cloud cloud) {
        return applier(cloud, NOW);
    }

    static Applier applier(Cloud cloud, Clock clock) {
        return new Applier(control -> cloud, question -> true, Journal.none(), clock, new FakeTiming());
    }

    static Report apply(Cloud cloud, Plan plan) {
        return applier(cloud).apply(plan, ApplyOptions.defaults(), ApplyListener.none(), new ApplyControl());
    }

    /** Groups are called like their ids. */
    private static final class Names implements GroupNames {
        @Override
        public DeviceGroup group(String id) {
            return null;
        }

        @Override
        public String account(String id) {
            return id.replace("-id", "");
        }
    }
}
