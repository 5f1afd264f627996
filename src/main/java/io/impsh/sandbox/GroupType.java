package io.impsh.sandbox;

import java.util.Optional;

/** The seven kinds of device groups, by the type string of the service. */
enum GroupType {
    DEVELOPMENT("development_devicegroup"),
    PRE_FACTORY("pre_factoryfixture_devicegroup"),
    PRE_DUT("pre_dut_devicegroup"),
    PRE_PRODUCTION("pre_production_devicegroup"),
    FACTORY("factoryfixture_devicegroup"),
    DUT("dut_devicegroup"),
    PRODUCTION("production_devicegroup");

    private final String resourceType;

    GroupType(String resourceType) {
        this.resourceType = resourceType;
    }

    static Optional<GroupType> named(String resourceType) {
        for (GroupType type : values()) {
            if (type.resourceType.equals(resourceType)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    String resourceType() {
        return resourceType;
    }

    /** Needs both targets; refuses imp001. */
    boolean isFixture() {
        return this == FACTORY || this == PRE_FACTORY;
    }

    /** Has a region and the switch for loading code after blessing. */
    boolean isProduction() {
        return this == PRODUCTION || this == PRE_PRODUCTION;
    }

    /** Devices get in by assignment; into the others by blessing or fixture BlinkUp. */
    boolean entersByHand() {
        return this == DEVELOPMENT || isFixture();
    }

    /** What a fixture of this type needs as production target. */
    GroupType productionTarget() {
        return this == PRE_FACTORY ? PRE_PRODUCTION : PRODUCTION;
    }

    /** What a fixture of this type needs as target of devices under test. */
    GroupType dutTarget() {
        return this == PRE_FACTORY ? PRE_DUT : DUT;
    }
}
