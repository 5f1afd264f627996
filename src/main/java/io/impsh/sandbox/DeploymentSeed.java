package io.impsh.sandbox;

import io.impsh.sandbox.Deployment.DeploymentAttributes;
import io.impsh.sandbox.Deployment.Origin;
import io.impsh.sandbox.Webhook.Destination;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The deployments and webhooks of a fresh sandbox: two to five deployments in each group, one whose group is gone, and
 * webhooks in the production groups. Has ids of its own, so that those of devices stay what they are.
 */
final class DeploymentSeed {
    private static final int MOST = 5;
    private static final List<String> DESCRIPTIONS = List.of(
            "First version", "Reports every minute", "Steadier after a lost connection", "Smaller messages", "Trial");

    /** Of no host that exists: by default nothing is sent there, and never does it reach anybody. */
    private static final String HOOKS = "https://hooks.example/";

    private final Store store;
    private final Ids ids;
    private final long start = Instant.parse("2024-04-02T07:15:20.123Z").toEpochMilli();
    private int steps;

    private DeploymentSeed(Store store, long seed) {
        this.store = store;
        this.ids = new Ids(seed + 2);
    }

    /** To be called when all groups are there, and before devices are put into them. */
    static void plant(Store store, long seed) {
        DeploymentSeed planter = new DeploymentSeed(store, seed);
        planter.zombie();
        planter.deployments();
        planter.webhooks();
    }

    /** Version by version through all groups: what is newer has to come later. */
    private void deployments() {
        List<DeviceGroup> groups = List.copyOf(store.groups());
        for (int version = 0; version < MOST; version++) {
            for (int i = 0; i < groups.size(); i++) {
                int count = 2 + i % 4;
                if (version < count) {
                    deploy(groups.get(i), version, version == count - 1);
                }
            }
        }
        groups.forEach(this::raiseMinimum);
    }

    private void deploy(DeviceGroup group, int version, boolean newest) {
        Deployment deployment = deployment(group.owner(), group.product(), version, newest);
        store.deployments().add(deployment);
        group.take(deployment);
    }

    /** In groups with four or more the first is below the minimum, and may be deleted. */
    private void raiseMinimum(DeviceGroup group) {
        List<Deployment> own = store.deployments().all().stream()
                .filter(deployment -> deployment.group() == group)
                .toList();
        if (own.size() >= 4) {
            group.raiseMinimum(own.get(1), group.currentDeployment().origin().createdAt());
        }
    }

    private void zombie() {
        Product product = store.products().iterator().next();
        Deployment zombie = new Deployment(
                origin(product.owner(), "git:5d41402"),
                SeedCode.program(product, "0.9"),
                new DeploymentAttributes("Of a line that is gone", false, List.of("v0.9")));
        zombie.belongTo(null, product);
        store.deployments().add(zombie);
    }

    private Deployment deployment(Account owner, Product product, int version, boolean newest) {
        List<String> tags = new ArrayList<>(List.of("v1." + version));
        if (newest) {
            tags.add("RC1");
        }
        boolean flagged = version == 1 && !newest;
        return new Deployment(
                origin(owner, version % 2 == 0 ? "git:" + ids.device().substring(2, 9) : null),
                SeedCode.program(product, "1." + version),
                new DeploymentAttributes(DESCRIPTIONS.get(version), flagged, tags));
    }

    private Origin origin(Account owner, String text) {
        return new Origin(ids.resource(), owner, owner, text, nextTime());
    }

    private void webhooks() {
        for (DeviceGroup group : List.copyOf(store.groups())) {
            if (group.type().isProduction()) {
                webhook(group, WebhookEvent.BLESSING, WebhookContent.JSON);
                webhook(group, WebhookEvent.BLINKUP, WebhookContent.FORM);
                webhook(group, WebhookEvent.DEPLOYMENT, WebhookContent.JSON);
            }
        }
    }

    private void webhook(DeviceGroup group, WebhookEvent event, WebhookContent content) {
        Destination destination = new Destination(HOOKS + event.word(), content);
        store.webhooks().add(new Webhook(ids.resource(), group, group.owner(), event, destination, nextTime()));
    }

    /** Half a day and a little later each time. */
    private long nextTime() {
        return start + steps++ * 47_531_357L;
    }
}
