package io.impsh.model;

import java.util.List;
import java.util.Optional;

/**
 * A type of device group. The seven that are documented are constants; the service may have others, which the client
 * must be able to show and hand back all the same.
 *
 * @param kind the vendor's tool's word, such as {@code pre-factory}, for people and scripts; of an undocumented type the
 *     {@code json} name
 * @param json the service's resource type, such as {@code pre_factoryfixture_devicegroup}
 */
public record DeviceGroupType(String kind, String json) {
    public static final DeviceGroupType DEVELOPMENT = new DeviceGroupType("development", "development_devicegroup");
    public static final DeviceGroupType PRE_FACTORY =
            new DeviceGroupType("pre-factory", "pre_factoryfixture_devicegroup");
    public static final DeviceGroupType PRE_DUT = new DeviceGroupType("pre-dut", "pre_dut_devicegroup");
    public static final DeviceGroupType PRE_PRODUCTION =
            new DeviceGroupType("pre-production", "pre_production_devicegroup");
    public static final DeviceGroupType FACTORY = new DeviceGroupType("factory", "factoryfixture_devicegroup");
    public static final DeviceGroupType DUT = new DeviceGroupType("dut", "dut_devicegroup");
    public static final DeviceGroupType PRODUCTION = new DeviceGroupType("production", "production_devicegroup");

    private static final List<DeviceGroupType> DOCUMENTED =
            List.of(DEVELOPMENT, PRE_FACTORY, PRE_DUT, PRE_PRODUCTION, FACTORY, DUT, PRODUCTION);

    /** Devices get in by blessing, never by hand from elsewhere. */
    public boolean isProduction() {
        return isOneOf(PRODUCTION, PRE_PRODUCTION);
    }

    /** Devices get in by fixture BlinkUp. */
    public boolean isDut() {
        return isOneOf(DUT, PRE_DUT);
    }

    /** Holds BlinkUp fixtures and needs both targets. */
    public boolean isFactory() {
        return isOneOf(FACTORY, PRE_FACTORY);
    }

    private boolean isOneOf(DeviceGroupType one, DeviceGroupType other) {
        return json.equals(one.json) || json.equals(other.json);
    }

    /** The seven. */
    public static List<DeviceGroupType> documented() {
        return DOCUMENTED;
    }

    /** The type of a device group, whatever the service calls it. */
    public static DeviceGroupType of(String json) {
        return ofJson(json).orElseGet(() -> new DeviceGroupType(json, json));
    }

    /** The documented type of that kind. */
    public static Optional<DeviceGroupType> ofKind(String kind) {
        return DOCUMENTED.stream().filter(type -> type.kind.equals(kind)).findFirst();
    }

    /** The documented type of that resource type; empty for what is no device group. */
    public static Optional<DeviceGroupType> ofJson(String json) {
        return DOCUMENTED.stream().filter(type -> type.json.equals(json)).findFirst();
    }

    public static List<String> kinds() {
        return DOCUMENTED.stream().map(DeviceGroupType::kind).toList();
    }
}
