package io.impsh.sandbox;

import java.util.List;
import java.util.SplittableRandom;

/** Makes simulated devices, each unlike the others, and adds them to the store. */
final class DeviceMaker {
    /** Some twice, as some modules are more common. The last one is imp001, which no fixture takes. */
    private static final List<String> IMP_TYPES = List.of(
            "imp003", "imp005", "imp003", "imp004m", "imp003", "imp005", "imp002", "imp006", "imp003", "imp001");

    private static final List<String> SOFTWARE = List.of(
            "1ae4c87 - release-36.13 - Wed Dec 20 10:52:30 2017 - production",
            "0f6a1b2 - release-38.8 - Mon Jul 16 15:12:38 2018 - production",
            "7d15e41 - release-42.5 - Thu Apr 09 08:41:02 2020 - production");

    private final Store store;
    private final Ids ids;
    private final SplittableRandom random;

    DeviceMaker(Store store, Ids ids, long seed) {
        this.store = store;
        this.ids = ids;
        this.random = new SplittableRandom(seed);
    }

    /** The modules there are. */
    static List<String> impTypes() {
        return IMP_TYPES.stream().distinct().sorted().toList();
    }

    /** Of any module but imp001 if it is for a fixture. */
    Device make(Account owner, boolean fixture) {
        return make(owner, null, fixture);
    }

    Device make(Account owner, String impType) {
        return make(owner, impType, false);
    }

    /** An unassigned device of this name. Those that take an identifier which is taken are thrown away. */
    private Device make(Account owner, String wanted, boolean fixture) {
        while (true) {
            Device device =
                    new Device(store.nextOrdinal(), ids.device(), ids.agent(), hardware(wanted, fixture), owner);
            if (store.add(device)) {
                return device;
            }
        }
    }

    private DeviceHardware hardware(String wanted, boolean fixture) {
        String impType = wanted != null ? wanted : IMP_TYPES.get(random.nextInt(IMP_TYPES.size() - (fixture ? 1 : 0)));
        return new DeviceHardware(
                impType,
                ids.macAddress(),
                // Addresses set aside for documentation.
                0xCB007100 | random.nextInt(1, 255),
                random.nextLong(),
                60_000 + random.nextInt(60_000),
                -35 - random.nextInt(50),
                SOFTWARE.get(random.nextInt(SOFTWARE.size())));
    }

    /** Some moment in the hundred days before. */
    long enrolledBefore(long start) {
        return start - random.nextInt(100 * 86_400) * 1000L + random.nextInt(1000);
    }
}
