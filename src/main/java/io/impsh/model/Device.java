package io.impsh.model;

import java.time.Instant;

/**
 * A device. What changes by itself (online, agent, memory) is as it was when the service answered.
 *
 * @param id 16 hexadecimal digits
 * @param name or {@code null}; not unique
 * @param online whether the device has a connection to the cloud
 * @param stateChangedAt when {@code online} changed last
 * @param agentId {@code null} while unassigned
 * @param impType module name in lower case, such as {@code imp003}
 * @param macAddress lower case, with colons
 * @param freeMemory in bytes
 * @param rssi signal strength in dBm, negative
 * @param softwareVersion impOS release as {@code <hash> - release-<n> - <date> - <flavour>}
 * @param group {@code null} while unassigned; its type is the group's concrete type
 * @param product {@code null} while unassigned
 */
public record Device(
        String id,
        String name,
        boolean online,
        Instant stateChangedAt,
        String agentId,
        String agentUrl,
        boolean agentRunning,
        Instant agentStateChangedAt,
        Instant lastEnrolledAt,
        String impType,
        String ipAddress,
        String macAddress,
        Long freeMemory,
        Long rssi,
        String softwareVersion,
        String planId,
        EntityRef owner,
        EntityRef group,
        EntityRef product,
        RawJson raw)
        implements Entity {
    public static final String TYPE = "device";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Instant createdAt() {
        return null;
    }

    @Override
    public Instant updatedAt() {
        return null;
    }
}
