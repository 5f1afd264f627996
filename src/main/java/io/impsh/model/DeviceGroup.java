package io.impsh.model;

import java.time.Instant;
import java.util.Map;

/**
 * A device group: the devices that run one piece of software.
 *
 * @param groupType the kind of group
 * @param name 1 to 80 characters, unique inside its product
 * @param region only (pre-)production groups have one
 * @param loadCodeAfterBlessing only (pre-)production groups have it, else {@code null}
 * @param envVars user variables in the service's order; values are {@code String}, {@code Long} or {@code Double}
 * @param productionTarget only (pre-)factory groups have one
 * @param dutTarget only (pre-)factory groups have one
 * @param currentDeployment absent before the first deployment
 * @param minSupportedDeployment absent before the first deployment
 */
public record DeviceGroup(
        String id,
        DeviceGroupType groupType,
        String name,
        String description,
        String region,
        Boolean loadCodeAfterBlessing,
        Map<String, Object> envVars,
        Instant createdAt,
        Instant updatedAt,
        EntityRef product,
        EntityRef owner,
        EntityRef creator,
        EntityRef productionTarget,
        EntityRef dutTarget,
        EntityRef currentDeployment,
        EntityRef minSupportedDeployment,
        RawJson raw)
        implements Entity {
    @Override
    public String type() {
        return groupType.json();
    }
}
