package io.impsh.bulk;

import io.impsh.api.Filter;
import io.impsh.api.ImpClient;
import io.impsh.api.NewDeviceGroup;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Fills a strict sandbox with groups of every kind in three products, one of which belongs to another account, and with
 * devices of every imp type in them and in none. How many there are of what is drawn.
 */
final class RandomFleet {
    static final String UNBOND_KEY = "sandbox-unbond-key";

    private static final List<String> IMP_TYPES = List.of("imp001", "imp002", "imp003", "imp004m", "imp005", "imp006");
    private static final List<String> NAMES =
            List.of("thermo", "Wärme 7", "it's \"here\"", "Line 1", "-", "a,b;c", "🌡 室", "__proto__", "null");

    private final Random random;
    private final ImpClient client;
    private final List<DeviceGroup> groups = new ArrayList<>();

    private RandomFleet(Random random, ImpClient client) {
        this.random = random;
        this.client = client;
    }

    /** @param devicesPerGroup at most, and at least one */
    static SandboxFleet of(Random random, int devicesPerGroup) {
        Sandbox sandbox = Sandbox.start(SandboxOptions.defaults()
                .withDevices(0)
                .withSeed(random.nextInt(1_000_000))
                .withoutRateLimit()
                .withStrict(true));
        try (ImpClient client = ImpClient.connect(SandboxFleet.options(sandbox))) {
            new RandomFleet(random, client).fill(devicesPerGroup);
            return new SandboxFleet(sandbox);
        } catch (RuntimeException failure) {
            sandbox.close();
            throw failure;
        }
    }

    private void fill(int devicesPerGroup) {
        for (Product product : client.products().list(Filter.none()).toList()) {
            addGroups(product);
        }
        for (DeviceGroup group : groups) {
            int count = 1 + random.nextInt(devicesPerGroup);
            for (int i = 0; i < count; i++) {
                addDevice(group);
            }
        }
        for (String impType : IMP_TYPES) {
            client.sideDoor().addDevices(Map.of("impType", impType));
        }
    }

    /** Of each kind one, and now and then a sibling. */
    private void addGroups(Product product) {
        for (DeviceGroupType type : List.of(
                DeviceGroupType.DEVELOPMENT,
                DeviceGroupType.PRODUCTION,
                DeviceGroupType.PRE_PRODUCTION,
                DeviceGroupType.DUT,
                DeviceGroupType.PRE_DUT,
                DeviceGroupType.FACTORY,
                DeviceGroupType.PRE_FACTORY)) {
            addGroup(product, type, 1);
            if (random.nextInt(3) == 0) {
                addGroup(product, type, 2);
            }
        }
    }

    private void addGroup(Product product, DeviceGroupType type, int number) {
        boolean aims = type.isFactory();
        boolean trial = type.equals(DeviceGroupType.PRE_FACTORY);
        groups.add(client.deviceGroups()
                .create(new NewDeviceGroup(
                        type,
                        product.id(),
                        product.name() + " " + type.kind() + " " + number,
                        null,
                        null,
                        null,
                        aims ? one(product, trial ? DeviceGroupType.PRE_PRODUCTION : DeviceGroupType.PRODUCTION) : null,
                        aims ? one(product, trial ? DeviceGroupType.PRE_DUT : DeviceGroupType.DUT) : null)));
    }

    private EntityRef one(Product product, DeviceGroupType type) {
        return groups.stream()
                .filter(group -> group.product().id().equals(product.id())
                        && group.groupType().equals(type))
                .findFirst()
                .orElseThrow()
                .ref();
    }

    private void addDevice(DeviceGroup group) {
        int first = group.groupType().isFactory() ? 1 : 0;
        Map<String, Object> what = new LinkedHashMap<>();
        what.put("group", group.id());
        what.put("impType", IMP_TYPES.get(first + random.nextInt(IMP_TYPES.size() - first)));
        what.put("online", random.nextInt(8) > 0);
        if (random.nextInt(10) > 0) {
            what.put("name", NAMES.get(random.nextInt(NAMES.size())) + random.nextInt(1000));
        }
        client.sideDoor().addDevices(what);
    }
}
