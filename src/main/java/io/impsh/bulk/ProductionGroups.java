package io.impsh.bulk;

import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;

/** Tells production groups by the type that every reference carries. */
final class ProductionGroups {
    private ProductionGroups() {}

    /** {@code false} for {@code null} and for what is no group. */
    static boolean isProduction(EntityRef ref) {
        return ref != null
                && DeviceGroupType.ofJson(ref.type())
                        .map(DeviceGroupType::isProduction)
                        .orElse(false);
    }
}
