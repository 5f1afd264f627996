package io.impsh.api;

import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import java.util.Map;

/**
 * A device group to create. Everything but type, product and name may be {@code null}.
 *
 * @param name 1 to 80 characters, unique inside the product
 * @param region only for (pre-)production groups
 * @param envVars values are strings or numbers
 * @param productionTarget required for (pre-)factory groups, forbidden for others
 * @param dutTarget required for (pre-)factory groups, forbidden for others
 */
public record NewDeviceGroup(
        DeviceGroupType type,
        String productId,
        String name,
        String description,
        String region,
        Map<String, Object> envVars,
        EntityRef productionTarget,
        EntityRef dutTarget) {}
