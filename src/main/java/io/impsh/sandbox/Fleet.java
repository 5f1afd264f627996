package io.impsh.sandbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes the simulated devices of a fresh sandbox. */
final class Fleet {
    /** Some twice, as some modules are more common. */
    private static final List<String> IMP_TYPES = List.of(
            "imp003", "imp005", "imp003", "imp004m", "imp003", "imp005", "imp002", "imp006", "imp003", "imp001");

    private static final List<String> SOFTWARE = List.of(
            "1ae4c87 - release-36.13 - Wed Dec 20 10:52:30 2017 - production",
            "0f6a1b2 - release-38.8 - Mon Jul 16 15:12:38 2018 - production",
            "7d15e41 - release-42.5 - Thu Apr 09 08:41:02 2020 - production");

    private static final int NAMELESS_EVERY = 20;
    private static final int OFFLINE_EVERY = 8;

    private final Store store;
    private final Ids ids;
    private final SplittableRandom random;
    private final int size;
    private final int digits;
    private final long start = Instant.parse("2024-06-01T06:00:00.000Z").toEpochMilli();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int ordinal;

    Fleet(Store store, Ids ids, SandboxOptions options) {
        this.store = store;
        this.ids = ids;
        this.random = new SplittableRandom(options.seed() + 1);
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
        Device device = device(owner, share);
        if (ordinal % OFFLINE_EVERY == 0) {
            device.turn(false, start + ordinal % 86_400 * 1000L + 777);
        }
        String name = name(share.namePrefix());
        if (ordinal % NAMELESS_EVERY != 0) {
            device.rename(name);
        }
        if (share.group() != null) {
            device.startIn(share.group());
            store.place(device, share.group(), device.hardware().lastEnrolledAt() + 1_250);
        }
    }

    private Device device(Account owner, FleetShare share) {
        while (true) {
            Device device = new Device(ordinal, ids.device(), ids.agent(), hardware(share), owner);
            if (store.add(device)) {
                return device;
            }
        }
    }

    private DeviceHardware hardware(FleetShare share) {
        boolean fixture = share.group() != null && share.group().type().isFixture();
        // The last type is imp001, which no fixture takes.
        String impType = IMP_TYPES.get(random.nextInt(IMP_TYPES.size() - (fixture ? 1 : 0)));
        return new DeviceHardware(
                impType,
                ids.macAddress(),
                // Addresses set aside for documentation.
                0xCB007100 | random.nextInt(1, 255),
                random.nextLong(),
                60_000 + random.nextInt(60_000),
                -35 - random.nextInt(50),
                SOFTWARE.get(random.nextInt(SOFTWARE.size())),
                start - random.nextInt(100 * 86_400) * 1000L + random.nextInt(1000));
    }

    private String name(String prefix) {
        int number = numbers.merge(prefix, 1, Integer::sum);
        String text = Integer.toString(number);
        return prefix + "-" + "0".repeat(digits - text.length()) + text;
    }
}
