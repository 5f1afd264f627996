package io.impsh.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes the simulated devices of a fresh sandbox. */
final class Fleet {
    private static final int NAMELESS_EVERY = 20;
    private static final int OFFLINE_EVERY = 8;

    private final Store store;
    private final DeviceMaker maker;
    private final int size;
    private final int digits;
    private final long start = Instant.parse("2024-06-01T06:00:00.000Z").toEpochMilli();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int ordinal;

    Fleet(Store store, Ids ids, SandboxOptions options) {
        this.store = store;
        this.maker = new DeviceMaker(store, ids, options.seed() + 1);
        this.size = options.devices();
        this.digits = Math.max(4, Integer.toString(size).length());
    }

    /** Shares are rounded as running sums, so that they always add up; what they leave is in no group. */
    void populate(Account owner, List<FleetShare> shares) {
        List<FleetShare> all = new ArrayList<>(shares);
        all.add(new FleetShare(null, 0, "thermo"));
        int percent = 0;
        for (FleetShare share : all) {
            percent += share.percent();
            long end = share.group() == null ? size : Math.round(size * (double) percent / 100);
            while (ordinal < end) {
                add(owner, share);
            }
        }
    }

    private void add(Account owner, FleetShare share) {
        ordinal++;
        boolean fixture = share.group() != null && share.group().type().isFixture();
        Device device = maker.make(owner, fixture);
        device.enroll(maker.enrolledBefore(start));
        if (ordinal % OFFLINE_EVERY == 0) {
            device.turn(false, start + ordinal % 86_400 * 1000L + 777);
        }
        String name = name(share.namePrefix());
        if (ordinal % NAMELESS_EVERY != 0) {
            device.rename(name);
        }
        if (share.group() != null) {
            device.startIn(share.group());
            store.place(device, share.group(), device.lastEnrolledAt() + 1_250);
        }
    }

    private String name(String prefix) {
        int number = numbers.merge(prefix, 1, Integer::sum);
        String text = Integer.toString(number);
        return prefix + "-" + "0".repeat(digits - text.length()) + text;
    }
}
