package io.impsh.model;

import java.time.Instant;

/**
 * Something that was done to a device, as the service remembers it. Which facts there are depends on the event; what is
 * missing is {@code null}.
 *
 * @param event such as {@code device_assigned_to_devicegroup}
 * @param deviceId of the device
 * @param groupId the group it was done in, or put into
 * @param ownerId the account that owned the device
 * @param actorId the account that did it
 * @param raw exactly as the service sent it, with what else it tells
 */
public record HistoryEntry(
        Instant time, String event, String deviceId, String groupId, String ownerId, String actorId, RawJson raw) {}
