package io.impsh.sandbox;

import tools.jackson.databind.node.ObjectNode;

/** A device group: what devices are assigned to, and what code is deployed to. */
final class DeviceGroup implements Resource {
    private final String id;
    private final GroupType type;
    private final Product product;
    private final Account creator;
    private final long createdAt;
    private final DeviceIndex devices = new DeviceIndex();
    private GroupAttributes attributes;
    private String region;
    private DeviceGroup productionTarget;
    private DeviceGroup dutTarget;
    private Deployment currentDeployment;
    private Deployment minimumDeployment;
    private long updatedAt;

    DeviceGroup(String id, GroupType type, Product product, Account creator, GroupAttributes attributes, long now) {
        this.id = id;
        this.type = type;
        this.product = product;
        this.creator = creator;
        this.attributes = attributes;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** What can be changed later; {@code loadCodeAfterBlessing} means nothing outside of production groups. */
    record GroupAttributes(String name, String description, boolean loadCodeAfterBlessing, ObjectNode envVars) {
        static GroupAttributes named(String name, String description) {
            return new GroupAttributes(name, description, true, Json.object());
        }
    }

    @Override
    public String id() {
        return id;
    }

    GroupType type() {
        return type;
    }

    Product product() {
        return product;
    }

    /** That of the product. */
    Account owner() {
        return product.owner();
    }

    String name() {
        return attributes.name();
    }

    GroupAttributes attributes() {
        return attributes;
    }

    Account creator() {
        return creator;
    }

    String region() {
        return region;
    }

    long createdAt() {
        return createdAt;
    }

    long updatedAt() {
        return updatedAt;
    }

    DeviceIndex devices() {
        return devices;
    }

    DeviceGroup productionTarget() {
        return productionTarget;
    }

    DeviceGroup dutTarget() {
        return dutTarget;
    }

    /** What a device gets when it starts; {@code null} before the first deployment. */
    Deployment currentDeployment() {
        return currentDeployment;
    }

    /** The oldest that devices may go on running; {@code null} before the first deployment. */
    Deployment minimumDeployment() {
        return minimumDeployment;
    }

    boolean aimsAt(DeviceGroup group) {
        return productionTarget == group || dutTarget == group;
    }

    /** The newest deployment from now on; the first is the minimum as well. */
    void take(Deployment deployment) {
        deployment.belongTo(this, product);
        currentDeployment = deployment;
        if (minimumDeployment == null) {
            minimumDeployment = deployment;
        }
        updatedAt = deployment.origin().createdAt();
    }

    void raiseMinimum(Deployment deployment, long now) {
        minimumDeployment = deployment;
        updatedAt = now;
    }

    /** Fixed from creation on. */
    void place(String where) {
        region = where;
    }

    void aim(DeviceGroup production, DeviceGroup dut) {
        productionTarget = production;
        dutTarget = dut;
    }

    void change(GroupAttributes changed) {
        attributes = changed;
    }

    void touch(long now) {
        updatedAt = now;
    }

    @Override
    public void write(ResourceWriter out) {
        out.begin(type.resourceType(), id, "/devicegroups")
                .text("name", attributes.name())
                .text("description", attributes.description())
                .text("region", region);
        if (type.isProduction()) {
            out.flag("load_code_after_blessing", attributes.loadCodeAfterBlessing());
        }
        out.time("created_at", createdAt)
                .time("updated_at", updatedAt)
                .tree("env_vars", attributes.envVars())
                .relationships()
                .relation("product", "product", product.id())
                .account("owner", owner())
                .account("creator", creator);
        if (currentDeployment != null) {
            out.relation("current_deployment", "deployment", currentDeployment.id())
                    .relation("min_supported_deployment", "deployment", minimumDeployment.id());
        }
        if (productionTarget != null) {
            productionTarget.writeReference("production_target", out);
            dutTarget.writeReference("dut_target", out);
        }
        out.end();
    }

    /** A relationship that points here: the type is always the concrete one. */
    void writeReference(String relationship, ResourceWriter out) {
        out.relation(relationship, type.resourceType(), id);
    }
}
