package io.impsh.sandbox;

import java.util.HexFormat;

/** A simulated device. Kept small: a sandbox may hold a hundred thousand. It is to be enrolled once it is made. */
final class Device implements Resource {
    private final int ordinal;
    private final String id;
    private final String rememberedAgentId;
    private final DeviceHardware hardware;
    private final Account owner;
    private String name;
    private boolean online;
    private long stateChangedAt;
    private long lastEnrolledAt;
    private DeviceGroup firstGroup;
    private DeviceGroup group;
    private long agentStateChangedAt;
    private Deployment running;
    private int assignments;
    private int unassignments;
    private int restarts;

    /**
     * @param ordinal place in every list
     * @param agentId the agent it has whenever it is assigned
     */
    Device(int ordinal, String id, String agentId, DeviceHardware hardware, Account owner) {
        this.ordinal = ordinal;
        this.id = id;
        this.rememberedAgentId = agentId;
        this.hardware = hardware;
        this.owner = owner;
    }

    int ordinal() {
        return ordinal;
    }

    @Override
    public String id() {
        return id;
    }

    /** The agent of this device, running only while it is assigned. */
    String rememberedAgentId() {
        return rememberedAgentId;
    }

    DeviceHardware hardware() {
        return hardware;
    }

    Account owner() {
        return owner;
    }

    /** The present group, or {@code null}. */
    DeviceGroup group() {
        return group;
    }

    /** The deployment that device and agent run, or {@code null} while there is none. */
    Deployment runs() {
        return running;
    }

    /** What runs nothing is below any minimum. */
    boolean isBelowMinimum() {
        Deployment minimum = group.minimumDeployment();
        return minimum != null && (running == null || running.isOlderThan(minimum));
    }

    boolean online() {
        return online;
    }

    /** Since when it is on line, or off. */
    long stateChangedAt() {
        return stateChangedAt;
    }

    /** Where the seed put it, or {@code null}: what its past is made from. */
    DeviceGroup firstGroup() {
        return firstGroup;
    }

    /** Where it was before anything happened to it. */
    void startIn(DeviceGroup seeded) {
        firstGroup = seeded;
    }

    boolean visibleTo(Account account) {
        return owner == account || group != null && group.product().visibleTo(account);
    }

    int assignments() {
        return assignments;
    }

    int unassignments() {
        return unassignments;
    }

    int restarts() {
        return restarts;
    }

    /** {@code null} if it has none. */
    String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }

    void turn(boolean on, long now) {
        online = on;
        stateChangedAt = now;
    }

    /** After a BlinkUp it is on line. */
    void enroll(long now) {
        lastEnrolledAt = now;
        turn(true, now);
    }

    long lastEnrolledAt() {
        return lastEnrolledAt;
    }

    /** Without counting: how the seed data and tests place a device. */
    void place(DeviceGroup newGroup, long now) {
        group = newGroup;
        running = newGroup.currentDeployment();
        agentStateChangedAt = now;
    }

    /** When its agent started, if it is assigned. */
    long agentStateChangedAt() {
        return agentStateChangedAt;
    }

    /** What it runs may be older than what its group has. */
    void goOnRunning(Deployment older) {
        running = older;
    }

    void assign(DeviceGroup newGroup, long now) {
        place(newGroup, now);
        assignments++;
    }

    void unassign() {
        group = null;
        running = null;
        unassignments++;
    }

    void restart(long now) {
        running = group.currentDeployment();
        agentStateChangedAt = now;
        restarts++;
    }

    @Override
    public void write(ResourceWriter out) {
        boolean assigned = group != null;
        out.begin("device", id, "/devices")
                .text("name", name)
                .text("agent_id", assigned ? rememberedAgentId : null)
                .text("agent_url", assigned ? "https://agent.electricimp.com/" + rememberedAgentId : null)
                .flag("device_online", online)
                .time("device_state_changed_at", stateChangedAt)
                .flag("agent_running", assigned);
        if (assigned) {
            out.time("agent_state_changed_at", agentStateChangedAt);
        } else {
            out.nothing("agent_state_changed_at");
        }
        out.time("last_enrolled_at", lastEnrolledAt)
                .text("imp_type", hardware.impType())
                .text("ip_address", hardware.dottedAddress())
                .text("mac_address", hardware.macAddress())
                .number("free_memory", hardware.freeMemory())
                .number("rssi", hardware.signal())
                .text("swversion", hardware.softwareVersion())
                .text("plan_id", HexFormat.of().toHexDigits(hardware.planId()))
                .relationships()
                .account("owner", owner);
        if (assigned) {
            out.relation("product", "product", group.product().id());
            group.writeReference("devicegroup", out);
        }
        out.end();
    }
}
