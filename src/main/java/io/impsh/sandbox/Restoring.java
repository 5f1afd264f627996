package io.impsh.sandbox;

import io.impsh.sandbox.Deployment.DeploymentAttributes;
import io.impsh.sandbox.Deployment.Origin;
import io.impsh.sandbox.DeviceGroup.GroupAttributes;
import io.impsh.sandbox.SavedState.SavedAccount;
import io.impsh.sandbox.SavedState.SavedDeployment;
import io.impsh.sandbox.SavedState.SavedDevice;
import io.impsh.sandbox.SavedState.SavedGroup;
import io.impsh.sandbox.SavedState.SavedProduct;
import io.impsh.sandbox.SavedState.SavedToken;
import io.impsh.sandbox.SavedState.SavedWebhook;
import io.impsh.sandbox.Webhook.Destination;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/** Fills an empty store with what was saved. */
final class Restoring {
    private final Store store;
    private final Tokens tokens;
    private final SavedState state;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, Product> products = new HashMap<>();
    private final Map<String, DeviceGroup> groups = new HashMap<>();
    private final Map<String, Deployment> deployments = new HashMap<>();

    private Restoring(Store store, Tokens tokens, SavedState state) {
        this.store = store;
        this.tokens = tokens;
        this.state = state;
    }

    /** @throws IllegalArgumentException if something in it does not fit together */
    static void fill(Store store, Tokens tokens, SavedState state) {
        new Restoring(store, tokens, state).fill();
    }

    private void fill() {
        store.ids().goOn(state.round() + 1);
        store.clock().goOnFrom(state.clock());
        state.accounts().forEach(this::restore);
        state.tokens().forEach(this::restore);
        state.products().forEach(this::restore);
        state.groups().forEach(this::restore);
        Map<String, Program> programs = new HashMap<>();
        state.programs()
                .forEach(program -> programs.put(
                        program.sha(), new Program(program.deviceCode(), program.agentCode(), program.sha())));
        state.deployments().forEach(deployment -> restore(deployment, programs));
        state.groups().forEach(this::connect);
        state.webhooks().forEach(this::restore);
        restoreDevices();
    }

    private void restore(SavedAccount saved) {
        Account account =
                new Account(saved.id(), saved.username(), saved.password(), saved.oneTimeCode(), saved.createdAt());
        saved.loginKeys().forEach(key -> {
            LoginKey restored = new LoginKey(key.id(), key.description(), key.createdAt());
            restored.resume(key.usages(), key.updatedAt());
            account.add(restored);
        });
        accounts.put(account.id(), account);
        store.add(account);
    }

    private void restore(SavedToken saved) {
        RefreshToken token =
                new RefreshToken(saved.id(), known(accounts, saved.account()).id(), saved.createdAt());
        token.use(saved.lastUsedAt());
        tokens.add(token);
    }

    private void restore(SavedProduct saved) {
        Account owner = known(accounts, saved.owner());
        Product product = new Product(saved.id(), owner, saved.name(), saved.description(), saved.createdAt());
        saved.collaborators().forEach(id -> product.shareWith(known(accounts, id)));
        product.change(saved.name(), saved.description(), saved.updatedAt());
        products.put(product.id(), product);
        store.add(product);
    }

    private void restore(SavedGroup saved) {
        DeviceGroup group = new DeviceGroup(
                saved.id(),
                GroupType.named(saved.type()).orElseThrow(() -> unfit("type", saved.type())),
                known(products, saved.product()),
                known(accounts, saved.creator()),
                new GroupAttributes(
                        saved.name(), saved.description(), saved.loadCodeAfterBlessing(), variables(saved.envVars())),
                saved.createdAt());
        group.place(saved.region());
        groups.put(group.id(), group);
        store.add(group);
    }

    /** As text, since numbers stay as they were written. */
    private static ObjectNode variables(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return VariableNumbers.asWritten((ObjectNode) Json.read(bytes), bytes, JsonPointer.empty());
    }

    private void restore(SavedDeployment saved, Map<String, Program> programs) {
        Origin origin = new Origin(
                saved.id(),
                known(accounts, saved.owner()),
                known(accounts, saved.creator()),
                saved.origin(),
                saved.createdAt());
        DeploymentAttributes unflagged = new DeploymentAttributes(saved.description(), false, saved.tags());
        Deployment deployment = new Deployment(origin, known(programs, saved.program()), unflagged);
        Account flagger = optional(accounts, saved.flagger());
        deployment.change(
                new DeploymentAttributes(saved.description(), flagger != null, saved.tags()),
                flagger,
                saved.updatedAt());
        deployment.belongTo(optional(groups, saved.group()), optional(products, saved.product()));
        deployments.put(deployment.id(), deployment);
        store.deployments().add(deployment);
    }

    /** What can only be said once all groups and deployments are there. */
    private void connect(SavedGroup saved) {
        DeviceGroup group = known(groups, saved.id());
        if (saved.productionTarget() != null) {
            group.aim(known(groups, saved.productionTarget()), known(groups, saved.dutTarget()));
        }
        if (saved.currentDeployment() != null) {
            group.take(known(deployments, saved.minimumDeployment()));
            group.take(known(deployments, saved.currentDeployment()));
        }
        group.touch(saved.updatedAt());
    }

    private void restore(SavedWebhook saved) {
        Destination destination = new Destination(saved.url(), saved.content());
        Webhook webhook = new Webhook(
                saved.id(),
                known(groups, saved.group()),
                known(accounts, saved.creator()),
                saved.event(),
                destination,
                saved.createdAt());
        webhook.change(destination, saved.updatedAt());
        store.webhooks().add(webhook);
    }

    private void restoreDevices() {
        List<Account> owners = List.copyOf(store.accounts());
        List<DeviceGroup> homes = List.copyOf(store.groups());
        List<Deployment> code = new ArrayList<>(store.deployments().all());
        for (SavedDevice saved : state.devices()) {
            Device device = new Device(
                    saved.ordinal(), saved.id(), saved.agentId(), hardware(saved), owners.get(saved.owner()));
            device.rename(saved.name());
            device.enroll(saved.lastEnrolledAt());
            device.turn(saved.online(), saved.stateChangedAt());
            device.startIn(at(homes, saved.firstGroup()));
            if (!store.add(device)) {
                throw unfit("second device", saved.id());
            }
            if (saved.group() >= 0) {
                store.place(device, homes.get(saved.group()), saved.agentStateChangedAt());
                device.goOnRunning(at(code, saved.running()));
            }
        }
    }

    private DeviceHardware hardware(SavedDevice saved) {
        return new DeviceHardware(
                // One text for all of them.
                saved.impType().intern(),
                saved.macAddress(),
                saved.ipAddress(),
                saved.planId(),
                saved.freeMemory(),
                saved.signal(),
                state.software().get(saved.software()));
    }

    private static <T> T at(List<T> things, int place) {
        return place < 0 ? null : things.get(place);
    }

    private static <T> T optional(Map<String, T> things, String id) {
        return id == null ? null : known(things, id);
    }

    private static <T> T known(Map<String, T> things, String id) {
        T thing = things.get(id);
        if (thing == null) {
            throw unfit("id", id);
        }
        return thing;
    }

    private static IllegalArgumentException unfit(String what, String value) {
        return new IllegalArgumentException("the " + what + " '" + value + "' does not fit");
    }
}
