package io.impsh.api;

import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.util.List;

/** A sandbox that refuses whatever it does not know, and a client that is logged in to it. */
final class StrictSandbox implements AutoCloseable {
    final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().withStrict(true).withStreams(3));
    final ImpClient client = connect(password(sandbox.user()));

    Credentials.Password password(String user) {
        return new Credentials.Password(user, sandbox.password());
    }

    ImpClient connect(Credentials credentials) {
        return ImpClient.connect(ClientOptions.of(sandbox.baseUrl(), CredentialSource.of(credentials)));
    }

    ImpClient connect(CredentialSource source) {
        return ImpClient.connect(ClientOptions.of(sandbox.baseUrl(), source));
    }

    String me() {
        return client.accounts().me().id();
    }

    DeviceGroup group(String name) {
        return client.deviceGroups().list(Filter.none()).toList().stream()
                .filter(group -> name.equals(group.name()))
                .findFirst()
                .orElseThrow();
    }

    List<Device> devices(String group) {
        return client.devices()
                .list(Filter.none().and("devicegroup.id", group(group).id()))
                .toList();
    }

    List<Device> unassigned() {
        return client.devices()
                .list(Filter.none().and("devicegroup.owner.id", "null"))
                .toList();
    }

    @Override
    public void close() {
        client.close();
        sandbox.close();
    }
}
