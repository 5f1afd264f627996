package io.impsh.sandbox;

import io.impsh.sandbox.SavedState.SavedAccount;
import io.impsh.sandbox.SavedState.SavedDeployment;
import io.impsh.sandbox.SavedState.SavedDevice;
import io.impsh.sandbox.SavedState.SavedGroup;
import io.impsh.sandbox.SavedState.SavedKey;
import io.impsh.sandbox.SavedState.SavedProduct;
import io.impsh.sandbox.SavedState.SavedProgram;
import io.impsh.sandbox.SavedState.SavedToken;
import io.impsh.sandbox.SavedState.SavedWebhook;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies the store and the tokens, so that they can be written while requests go on. Whoever uses it holds the monitor. */
final class Saving {
    private final Store store;
    private final Tokens tokens;
    private final Map<Object, Integer> places = new LinkedHashMap<>();
    private final Map<String, Integer> software = new LinkedHashMap<>();

    private Saving(Store store, Tokens tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    /** @param options as the store was planted with */
    static SavedState copy(Store store, Tokens tokens, SandboxOptions options) {
        return new Saving(store, tokens).state(options);
    }

    private SavedState state(SandboxOptions options) {
        number(store.accounts());
        number(store.groups());
        number(store.deployments().all());
        List<SavedDevice> devices = new ArrayList<>(store.devices().size());
        store.devices().inOrder().forEach(device -> devices.add(saved(device)));
        return new SavedState(
                SavedState.FORMAT,
                SavedState.VERSION,
                options.seed(),
                options.devices(),
                store.ids().round(),
                store.clock().last(),
                store.accounts().stream().map(Saving::saved).toList(),
                tokens.refreshTokens().stream().map(Saving::saved).toList(),
                store.products().stream().map(Saving::saved).toList(),
                store.groups().stream().map(Saving::saved).toList(),
                store.deployments().all().stream()
                        .map(Deployment::program)
                        .distinct()
                        .map(program -> new SavedProgram(program.sha(), program.deviceCode(), program.agentCode()))
                        .toList(),
                store.deployments().all().stream().map(Saving::saved).toList(),
                store.webhooks().all().stream().map(Saving::saved).toList(),
                List.copyOf(software.keySet()),
                devices);
    }

    private void number(Collection<?> things) {
        int place = 0;
        for (Object thing : things) {
            places.put(thing, place++);
        }
    }

    /** What is gone, such as a deployment that a device still runs, has none. */
    private int place(Object thing) {
        return thing == null ? -1 : places.getOrDefault(thing, -1);
    }

    private static SavedAccount saved(Account account) {
        return new SavedAccount(
                account.id(),
                account.username(),
                account.password(),
                account.oneTimeCode(),
                account.createdAt(),
                account.loginKeys().stream()
                        .map(key -> new SavedKey(
                                key.id(), key.description(), key.usages(), key.createdAt(), key.updatedAt()))
                        .toList());
    }

    private static SavedToken saved(RefreshToken token) {
        return new SavedToken(token.id(), token.account(), token.createdAt(), token.lastUsedAt());
    }

    private static SavedProduct saved(Product product) {
        return new SavedProduct(
                product.id(),
                product.owner().id(),
                product.collaborators().stream().map(Account::id).toList(),
                product.name(),
                product.description(),
                product.createdAt(),
                product.updatedAt());
    }

    private static SavedGroup saved(DeviceGroup group) {
        return new SavedGroup(
                group.id(),
                group.type().resourceType(),
                group.product().id(),
                group.creator().id(),
                group.name(),
                group.attributes().description(),
                group.attributes().loadCodeAfterBlessing(),
                new String(Json.write(out -> out.writeTree(group.attributes().envVars())), StandardCharsets.UTF_8),
                group.region(),
                id(group.productionTarget()),
                id(group.dutTarget()),
                id(group.currentDeployment()),
                id(group.minimumDeployment()),
                group.createdAt(),
                group.updatedAt());
    }

    private static SavedDeployment saved(Deployment deployment) {
        return new SavedDeployment(
                deployment.id(),
                deployment.origin().owner().id(),
                deployment.origin().creator().id(),
                deployment.origin().text(),
                deployment.program().sha(),
                deployment.attributes().description(),
                deployment.attributes().tags(),
                id(deployment.flagger()),
                id(deployment.group()),
                id(deployment.product()),
                deployment.origin().createdAt(),
                deployment.updatedAt());
    }

    private static SavedWebhook saved(Webhook webhook) {
        return new SavedWebhook(
                webhook.id(),
                webhook.group().id(),
                webhook.creator().id(),
                webhook.event(),
                webhook.destination().url(),
                webhook.destination().content(),
                webhook.createdAt(),
                webhook.updatedAt());
    }

    private static String id(Resource resource) {
        return resource == null ? null : resource.id();
    }

    private SavedDevice saved(Device device) {
        DeviceHardware hardware = device.hardware();
        Integer known = software.get(hardware.softwareVersion());
        if (known == null) {
            known = software.size();
            software.put(hardware.softwareVersion(), known);
        }
        return new SavedDevice(
                device.ordinal(),
                device.id(),
                device.rememberedAgentId(),
                device.name(),
                place(device.owner()),
                place(device.group()),
                place(device.firstGroup()),
                place(device.runs()),
                device.online(),
                device.stateChangedAt(),
                device.lastEnrolledAt(),
                device.agentStateChangedAt(),
                hardware.impType(),
                hardware.macAddress(),
                hardware.ipAddress(),
                hardware.planId(),
                hardware.freeMemory(),
                hardware.signal(),
                known);
    }
}
