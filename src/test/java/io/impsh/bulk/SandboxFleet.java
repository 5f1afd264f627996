package io.impsh.bulk;

import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.Filter;
import io.impsh.api.ImpClient;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A sandbox and a client logged in to it over HTTP. */
final class SandboxFleet implements AutoCloseable, GroupNames {
    final Sandbox sandbox;
    final ImpClient client;
    final Planner planner;
    private final Map<String, DeviceGroup> groups;

    SandboxFleet(int devices, long seed) {
        this(Sandbox.start(
                SandboxOptions.defaults().withDevices(devices).withSeed(seed).withoutRateLimit()));
    }

    /** Closing the fleet closes the sandbox. */
    SandboxFleet(Sandbox started) {
        sandbox = started;
        client = connect(false);
        planner = new Planner(client, this);
        groups = client.deviceGroups().list(Filter.none()).toList().stream()
                .collect(Collectors.toMap(DeviceGroup::id, Function.identity()));
    }

    ImpClient connect(boolean dryRun) {
        return ImpClient.connect(options(sandbox).withDryRun(dryRun));
    }

    static ClientOptions options(Sandbox sandbox) {
        CredentialSource credentials =
                CredentialSource.of(new Credentials.Password(sandbox.user(), sandbox.password()));
        return ClientOptions.of(sandbox.baseUrl(), credentials);
    }

    DeviceGroup named(String name) {
        return groups.values().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<DeviceGroup> groups() {
        return List.copyOf(groups.values());
    }

    List<Device> in(String groupName) {
        return in(named(groupName));
    }

    /** @param group {@code null} for the unassigned ones */
    List<Device> in(DeviceGroup group) {
        return client.devices()
                .list(StateReader.in(group == null ? null : group.ref()))
                .toList();
    }

    Report apply(Plan plan, ApplyOptions options) {
        return new Applier(client, question -> true, Journal.none(), Clock.systemUTC(), new FakeTiming())
                .apply(plan, options, ApplyListener.none(), new ApplyControl());
    }

    Report apply(Plan plan) {
        return apply(plan, ApplyOptions.defaults());
    }

    @Override
    public DeviceGroup group(String id) {
        return groups.get(id);
    }

    @Override
    public String account(String id) {
        return null;
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}
