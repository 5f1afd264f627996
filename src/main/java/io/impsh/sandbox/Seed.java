package io.impsh.sandbox;

import io.impsh.sandbox.DeviceGroup.GroupAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a fresh sandbox contains: accounts, products, groups with what is deployed to them, and the fleet in its shares. */
final class Seed {
    static final String USER = "demo";
    static final String PASSWORD = "sandbox";

    /** Lets in as {@link #USER}. Not drawn from the seed: it can be typed. */
    static final String LOGIN_KEY = "sandboxloginkey1";

    private final Store store;
    private final long start = Instant.parse("2024-03-05T09:20:30.456Z").toEpochMilli();
    private final List<FleetShare> shares = new ArrayList<>();
    private int steps;

    private Seed(Store store) {
        this.store = store;
    }

    static void plant(Store store, Ids ids, SandboxOptions options) {
        Seed seed = new Seed(store);
        Account demo = seed.account(USER, null);
        demo.add(new LoginKey(LOGIN_KEY, "build server", seed.start));
        seed.account("mfa", "000000");
        Account partner = seed.account("partner", null);
        seed.thermostat(demo);
        seed.tracker(demo);
        seed.pump(partner, demo);
        DeploymentSeed.plant(store, options.seed());
        new Fleet(store, ids, options).populate(demo, seed.shares);
    }

    private void thermostat(Account demo) {
        Product product = product(demo, "Thermostat", "Second generation");
        share(group(product, GroupType.DEVELOPMENT, "Line 1", "Assembly line 1"), 30, "thermo");
        share(group(product, GroupType.DEVELOPMENT, "Line 2", "Assembly line 2"), 20, "thermo");
        DeviceGroup fixtures = group(product, GroupType.FACTORY, "Thermostat fixtures", "Factory BlinkUp fixtures");
        DeviceGroup tested = group(product, GroupType.DUT, "Thermostat DUT", "Devices under test");
        DeviceGroup field = group(product, GroupType.PRODUCTION, "Thermostat field", "Sold devices");
        DeviceGroup fieldB = group(product, GroupType.PRODUCTION, "Thermostat field B", "Sold devices, second market");
        fixtures.aim(field, tested);
        share(fixtures, 2, "thermo");
        share(tested, 3, "thermo");
        share(field, 15, "thermo");
        share(fieldB, 5, "thermo");
    }

    private void tracker(Account demo) {
        Product product = product(demo, "Tracker", "Asset tracker");
        share(group(product, GroupType.DEVELOPMENT, "Tracker dev", "Development"), 10, "tracker");
        DeviceGroup fixtures = group(product, GroupType.PRE_FACTORY, "Tracker pre-factory", "Trial fixtures");
        DeviceGroup tested = group(product, GroupType.PRE_DUT, "Tracker pre-DUT", "Trial devices under test");
        DeviceGroup field = group(product, GroupType.PRE_PRODUCTION, "Tracker pre-production", "Trial production");
        fixtures.aim(field, tested);
        share(fixtures, 1, "tracker");
        share(tested, 1, "tracker");
        share(field, 3, "tracker");
    }

    private void pump(Account partner, Account demo) {
        Product product = product(partner, "Pump", "shared by partner");
        product.shareWith(demo);
        group(product, GroupType.DEVELOPMENT, "Pump dev", "Development");
    }

    private Account account(String username, String oneTimeCode) {
        Account account = new Account(store.newId(), username, PASSWORD, oneTimeCode, nextTime());
        store.add(account);
        return account;
    }

    private Product product(Account owner, String name, String description) {
        Product product = new Product(store.newId(), owner, name, description, nextTime());
        store.add(product);
        return product;
    }

    private DeviceGroup group(Product product, GroupType type, String name, String description) {
        GroupAttributes attributes = GroupAttributes.named(name, description);
        DeviceGroup group = new DeviceGroup(store.newId(), type, product, product.owner(), attributes, nextTime());
        store.add(group);
        return group;
    }

    private void share(DeviceGroup group, int percent, String namePrefix) {
        shares.add(new FleetShare(group, percent, namePrefix));
    }

    /** A day and a little later each time. */
    private long nextTime() {
        return start + steps++ * 97_531_357L;
    }
}
