package io.impsh.sandbox;

import java.util.Optional;

/** Where a fixture group sends its devices: both targets or none, of fitting type, inside one product. */
final class TargetRules {
    private static final String PRODUCTION = "production_target";
    private static final String DUT = "dut_target";

    private final Store store;

    TargetRules(Store store) {
        this.store = store;
    }

    void aimNew(DeviceGroup group, ResourceDocument document, Account caller) {
        if (!group.type().isFixture()) {
            forbid(document);
            return;
        }
        document.requiredRelationship(PRODUCTION);
        document.requiredRelationship(DUT);
        aim(group, document, caller);
    }

    /** Answers whether a target changed; an update may name one of the two. */
    boolean aimAgain(DeviceGroup group, ResourceDocument document, Account caller) {
        if (!group.type().isFixture()) {
            forbid(document);
            return false;
        }
        return aim(group, document, caller);
    }

    private boolean aim(DeviceGroup group, ResourceDocument document, Account caller) {
        DeviceGroup production = target(group, document, PRODUCTION, caller).orElse(group.productionTarget());
        DeviceGroup dut = target(group, document, DUT, caller).orElse(group.dutTarget());
        boolean changed = production != group.productionTarget() || dut != group.dutTarget();
        group.aim(production, dut);
        return changed;
    }

    private Optional<DeviceGroup> target(
            DeviceGroup group, ResourceDocument document, String relationship, Account caller) {
        String pointer = "/data/relationships/" + relationship;
        GroupType wanted = relationship.equals(PRODUCTION)
                ? group.type().productionTarget()
                : group.type().dutTarget();
        return document.relationship(relationship).map(identifier -> {
            DeviceGroup target = store.group(identifier.id(), caller)
                    .orElseThrow(() -> ApiError.notFound("There is no device group '" + identifier.id() + "'.")
                            .at(pointer)
                            .exception());
            identifier.expect(target.type().resourceType(), pointer);
            if (target.type() != wanted || target.product() != group.product()) {
                throw ApiError.invalid(
                                "The " + relationship + " of a " + group.type().resourceType() + " must be a "
                                        + wanted.resourceType() + " of the same product.")
                        .at(pointer)
                        .exception();
            }
            return target;
        });
    }

    private static void forbid(ResourceDocument document) {
        if (document.relationship(PRODUCTION).isPresent()
                || document.relationship(DUT).isPresent()) {
            throw ApiError.invalid("Only fixture groups have targets.")
                    .at("/data/relationships")
                    .exception();
        }
    }
}
