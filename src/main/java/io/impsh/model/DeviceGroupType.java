package io.impsh.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The seven types of device group. People and scripts use the {@link #kind()}, the wire the {@link #json()} name. */
public enum DeviceGroupType {
    DEVELOPMENT("development", "development_devicegroup"),
    PRE_FACTORY("pre-factory", "pre_factoryfixture_devicegroup"),
    PRE_DUT("pre-dut", "pre_dut_devicegroup"),
    PRE_PRODUCTION("pre-production", "pre_production_devicegroup"),
    FACTORY("factory", "factoryfixture_devicegroup"),
    DUT("dut", "dut_devicegroup"),
    PRODUCTION("production", "production_devicegroup");

    private final String kind;
    private final String json;

    DeviceGroupType(String kind, String json) {
        this.kind = kind;
        this.json = json;
    }

    /** The vendor's tool's word, such as {@code pre-factory}. */
    public String kind() {
        return kind;
    }

    /** The service's resource type, such as {@code pre_factoryfixture_devicegroup}. */
    public String json() {
        return json;
    }

    /** Devices get in by blessing, never by hand from elsewhere. */
    public boolean isProduction() {
        return this == PRODUCTION || this == PRE_PRODUCTION;
    }

    /** Devices get in by fixture BlinkUp. */
    public boolean isDut() {
        return this == DUT || this == PRE_DUT;
    }

    /** Holds BlinkUp fixtures and needs both targets. */
    public boolean isFactory() {
        return this == FACTORY || this == PRE_FACTORY;
    }

    public static Optional<DeviceGroupType> ofKind(String kind) {
        return Arrays.stream(values()).filter(type -> type.kind.equals(kind)).findFirst();
    }

    public static Optional<DeviceGroupType> ofJson(String json) {
        return Arrays.stream(values()).filter(type -> type.json.equals(json)).findFirst();
    }

    public static List<String> kinds() {
        return Arrays.stream(values()).map(DeviceGroupType::kind).toList();
    }
}
