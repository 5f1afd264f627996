package io.impsh.sandbox;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * What a data file holds, at one moment. Things name each other by id; the devices, of which there may be many, are rows
 * without names, and point to others by their place in its list, or -1.
 *
 * @param format says that it is a file of this program
 * @param version of the form, to be raised with each change of it
 * @param seed what ids, names and faults are made from
 * @param seeded how many devices there were at the start
 * @param round which sequence of ids was in use
 * @param clock the latest time that was given to anything
 * @param software texts that devices point to
 */
@JsonPropertyOrder({"format", "version"})
record SavedState(
        String format,
        int version,
        long seed,
        int seeded,
        long round,
        long clock,
        List<SavedAccount> accounts,
        List<SavedToken> tokens,
        List<SavedProduct> products,
        List<SavedGroup> groups,
        List<SavedProgram> programs,
        List<SavedDeployment> deployments,
        List<SavedWebhook> webhooks,
        List<String> software,
        List<SavedDevice> devices) {
    static final String FORMAT = "impsh-sandbox";
    static final int VERSION = 1;

    record SavedAccount(
            String id,
            String username,
            String password,
            String oneTimeCode,
            long createdAt,
            List<SavedKey> loginKeys) {}

    record SavedKey(String id, String description, int usages, long createdAt, long updatedAt) {}

    record SavedToken(String id, String account, long createdAt, long lastUsedAt) {}

    record SavedProduct(
            String id,
            String owner,
            List<String> collaborators,
            String name,
            String description,
            long createdAt,
            long updatedAt) {}

    record SavedGroup(
            String id,
            String type,
            String product,
            String creator,
            String name,
            String description,
            boolean loadCodeAfterBlessing,
            String envVars,
            String region,
            String productionTarget,
            String dutTarget,
            String currentDeployment,
            String minimumDeployment,
            long createdAt,
            long updatedAt) {}

    record SavedProgram(String sha, String deviceCode, String agentCode) {}

    record SavedDeployment(
            String id,
            String owner,
            String creator,
            String origin,
            String program,
            String description,
            List<String> tags,
            String flagger,
            String group,
            String product,
            long createdAt,
            long updatedAt) {}

    record SavedWebhook(
            String id,
            String group,
            String creator,
            WebhookEvent event,
            String url,
            WebhookContent content,
            long createdAt,
            long updatedAt) {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({
        "ordinal",
        "id",
        "agentId",
        "name",
        "owner",
        "group",
        "firstGroup",
        "running",
        "online",
        "stateChangedAt",
        "lastEnrolledAt",
        "agentStateChangedAt",
        "impType",
        "macAddress",
        "ipAddress",
        "planId",
        "freeMemory",
        "signal",
        "software"
    })
    record SavedDevice(
            int ordinal,
            String id,
            String agentId,
            String name,
            int owner,
            int group,
            int firstGroup,
            int running,
            boolean online,
            long stateChangedAt,
            long lastEnrolledAt,
            long agentStateChangedAt,
            String impType,
            String macAddress,
            int ipAddress,
            long planId,
            int freeMemory,
            int signal,
            int software) {}
}
