package io.impsh.bulk;

import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import io.impsh.model.RawJson;
import io.impsh.model.Webhook;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Entities for tests. Ids are short words: nothing here depends on their form. */
final class Fleet {
    static final Instant THEN = Instant.parse("2024-03-05T10:00:00Z");
    static final EntityRef ME = new EntityRef("account", "me");
    static final EntityRef PARTNER = new EntityRef("account", "partner-id");
    static final RawJson RAW = new RawJson("{}");

    static final DeviceGroup LINE_1 = group("Line 1", DeviceGroupType.DEVELOPMENT);
    static final DeviceGroup LINE_2 = group("Line 2", DeviceGroupType.DEVELOPMENT);
    static final DeviceGroup LINE_3 = group("Line 3", DeviceGroupType.DEVELOPMENT);
    static final DeviceGroup FIELD = group("Field", DeviceGroupType.PRODUCTION);
    static final DeviceGroup FIELD_B = group("Field B", DeviceGroupType.PRODUCTION);

    private Fleet() {}

    static Product product(String name) {
        return new Product(name, name, null, THEN, THEN, ME, ME, RAW);
    }

    /** @param group {@code null} for a zombie */
    static Build build(String id, EntityRef group, boolean flagged) {
        return build(id, "sha of " + id, List.of(), group, flagged, THEN);
    }

    static Build build(String id, String sha, List<String> tags, EntityRef group, boolean flagged, Instant createdAt) {
        return new Build(new EntityRef(Deployment.TYPE, id), id, sha, tags, "me", group, flagged, createdAt);
    }

    /** The same as the service has it, with its code. Tags are its label. */
    static Deployment deployment(Build build) {
        return deployment(build, "// device");
    }

    static Deployment deployment(Build build, String code) {
        return new Deployment(
                build.id(),
                build.sha(),
                build.label(),
                null,
                build.tags(),
                build.flagged(),
                code,
                "// agent",
                build.createdAt(),
                build.createdAt(),
                ME,
                ME,
                null,
                null,
                build.group(),
                RAW);
    }

    static Webhook webhook(String id, DeviceGroup group) {
        return webhook(id, group.ref(), new WebhookFacts("https://x.example/", "deployment", Webhook.JSON));
    }

    static Webhook webhook(String id, EntityRef group, WebhookFacts facts) {
        return new Webhook(id, facts.url(), facts.event(), facts.contentType(), THEN, THEN, ME, ME, null, group, RAW);
    }

    static DeviceGroup group(String name, DeviceGroupType type) {
        return group(name, type, "Thermostat", null, null);
    }

    /** The same with builds. */
    static DeviceGroup group(DeviceGroup group, EntityRef newest, EntityRef minimum) {
        return new DeviceGroup(
                group.id(),
                group.groupType(),
                group.name(),
                null,
                null,
                null,
                Map.of(),
                THEN,
                THEN,
                group.product(),
                ME,
                ME,
                group.productionTarget(),
                group.dutTarget(),
                newest,
                minimum,
                RAW);
    }

    static DeviceGroup group(
            String name, DeviceGroupType type, String product, DeviceGroup productionTarget, DeviceGroup dutTarget) {
        return new DeviceGroup(
                name,
                type,
                name,
                null,
                null,
                null,
                Map.of(),
                THEN,
                THEN,
                new EntityRef(Product.TYPE, product),
                ME,
                ME,
                productionTarget == null ? null : productionTarget.ref(),
                dutTarget == null ? null : dutTarget.ref(),
                null,
                null,
                RAW);
    }

    /** Called {@code d1} to {@code dN} by id and name. */
    static List<Device> devices(int count, DeviceGroup group) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> device("d" + number, group))
                .toList();
    }

    static Device device(String id, DeviceGroup group) {
        return device(id, id, "imp003", ME, group);
    }

    static Device online(Device old, boolean online) {
        return new Device(
                old.id(),
                old.name(),
                online,
                old.stateChangedAt(),
                old.agentId(),
                old.agentUrl(),
                old.agentRunning(),
                old.agentStateChangedAt(),
                old.lastEnrolledAt(),
                old.impType(),
                old.ipAddress(),
                old.macAddress(),
                old.freeMemory(),
                old.rssi(),
                old.softwareVersion(),
                old.planId(),
                old.owner(),
                old.group(),
                old.product(),
                old.raw());
    }

    static Device device(String id, String name, String impType, EntityRef owner, DeviceGroup group) {
        boolean assigned = group != null;
        return new Device(
                id,
                name,
                true,
                THEN,
                assigned ? "agent-" + id : null,
                null,
                assigned,
                null,
                THEN,
                impType,
                "203.0.113.7",
                "0c:2a:69:00:00:01",
                1L,
                -50L,
                "release-36",
                null,
                owner,
                assigned ? group.ref() : null,
                assigned ? group.product() : null,
                RAW);
    }
}
