package io.impsh.sandbox;

import java.util.List;

/**
 * A deployment: code that was put into a device group. It outlives its group, then called a zombie, and even its
 * product.
 */
final class Deployment implements Resource {
    private final Origin origin;
    private final Program program;
    private DeploymentAttributes attributes;
    private Account flagger;
    private DeviceGroup group;
    private Product product;
    private long updatedAt;

    /**
     * What is fixed from creation on.
     *
     * @param text where the code comes from, in words of the caller, or {@code null}
     * @param createdAt decides what is older and what is newer; no two deployments share it
     */
    record Origin(String id, Account owner, Account creator, String text, long createdAt) {}

    /** What can be changed later. */
    record DeploymentAttributes(String description, boolean flagged, List<String> tags) {
        DeploymentAttributes {
            tags = List.copyOf(tags);
        }
    }

    Deployment(Origin origin, Program program, DeploymentAttributes attributes) {
        this.origin = origin;
        this.program = program;
        this.attributes = attributes;
        this.flagger = attributes.flagged() ? origin.creator() : null;
        this.updatedAt = origin.createdAt();
    }

    @Override
    public String id() {
        return origin.id();
    }

    Origin origin() {
        return origin;
    }

    Program program() {
        return program;
    }

    DeploymentAttributes attributes() {
        return attributes;
    }

    /** Who flagged it, or {@code null}. */
    Account flagger() {
        return flagger;
    }

    /** {@code null} when that is gone. */
    DeviceGroup group() {
        return group;
    }

    /** {@code null} when that is gone. */
    Product product() {
        return product;
    }

    long updatedAt() {
        return updatedAt;
    }

    boolean visibleTo(Account account) {
        return origin.owner() == account || product != null && product.visibleTo(account);
    }

    boolean isOlderThan(Deployment other) {
        return origin.createdAt() < other.origin.createdAt();
    }

    /** @param home {@code null} for a zombie */
    void belongTo(DeviceGroup home, Product frame) {
        group = home;
        product = frame;
    }

    void change(DeploymentAttributes changed, Account by, long now) {
        if (!changed.flagged()) {
            flagger = null;
        } else if (!attributes.flagged()) {
            flagger = by;
        }
        attributes = changed;
        updatedAt = now;
    }

    /** As it is now, for an answer that is written later. */
    Deployment copy() {
        Deployment copy = new Deployment(origin, program, attributes);
        copy.flagger = flagger;
        copy.group = group;
        copy.product = product;
        copy.updatedAt = updatedAt;
        return copy;
    }

    @Override
    public void write(ResourceWriter out) {
        out.begin("deployment", id(), "/deployments")
                .text("sha", program.sha())
                .text("description", attributes.description())
                .text("origin", origin.text())
                .texts("tags", attributes.tags())
                .flag("flagged", attributes.flagged())
                .text("device_code", program.deviceCode())
                .text("agent_code", program.agentCode())
                .time("created_at", origin.createdAt())
                .time("updated_at", updatedAt)
                .relationships()
                .account("owner", origin.owner())
                .account("creator", origin.creator());
        if (flagger != null) {
            out.account("flagger", flagger);
        }
        if (product != null) {
            out.relation("product", "product", product.id());
        }
        if (group != null) {
            group.writeReference("devicegroup", out);
        }
        out.end();
    }
}
