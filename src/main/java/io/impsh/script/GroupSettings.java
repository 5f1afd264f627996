package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a device group is to be like, read from options and checked before anything is sent. Refused is what the
 * service's documents forbid; of kinds that they do not know nothing is.
 */
final class GroupSettings {
    private final DeviceGroupType type;
    private final EntityRef product;
    private final Options options;
    private final Host host;

    GroupSettings(DeviceGroupType type, EntityRef product, Options options, Host host) {
        this.type = type;
        this.product = product;
        this.options = options;
        this.host = host;
        if (DeviceGroupType.documented().contains(type)) {
            refuseWhatTheKindHasNot();
        }
    }

    private void refuseWhatTheKindHasNot() {
        for (String key : List.of("region", "loadCodeAfterBlessing")) {
            if (options.has(key) && !type.isProduction()) {
                throw hasNo(key, "pre-production and production groups have one");
            }
        }
        for (String key : List.of("productionTarget", "dutTarget")) {
            if (options.has(key) && !type.isFactory()) {
                throw hasNo(key, "pre-factory and factory groups have targets");
            }
        }
    }

    private UserException hasNo(String key, String hint) {
        return new UserException("USAGE", "a " + type.kind() + " group has no " + key, hint);
    }

    /** Of a new group: a fixture needs to know where its devices go. */
    GroupSettings requireTargets() {
        if (type.isFactory() && !(options.has("productionTarget") && options.has("dutTarget"))) {
            throw new UserException(
                    "USAGE",
                    "a " + type.kind() + " group needs productionTarget and dutTarget",
                    "a " + productionKind().kind() + " and a " + dutKind().kind() + " group of the same product");
        }
        return this;
    }

    String name() {
        return options.text("name", 1, ProductVerbs.LONGEST_NAME);
    }

    /** {@code null} when it is not given, or to clear it. */
    String description() {
        return options.text("description", 0, ProductVerbs.LONGEST_DESCRIPTION);
    }

    String region() {
        return options.text("region");
    }

    /** {@code null} when it is not given. */
    Boolean loadCodeAfterBlessing() {
        return options.has("loadCodeAfterBlessing") ? (Boolean) options.flag("loadCodeAfterBlessing") : null;
    }

    /** {@code null} when they are not given. */
    Map<String, Object> envVars() {
        if (!options.has("envVars")) {
            return null;
        }
        if (!(host.values().toJava(options.value("envVars")) instanceof Map<?, ?> given)) {
            throw options.wrong("envVars", "an object of names with strings or numbers");
        }
        Map<String, Object> variables = new LinkedHashMap<>();
        given.forEach((key, value) -> variables.put(variable(key.toString()), checked(key.toString(), value)));
        return variables;
    }

    private static String variable(String name) {
        if (!name.matches("[A-Za-z][A-Za-z0-9]*")) {
            throw new UserException(
                    "USAGE",
                    "'" + name + "' cannot be the name of an environment variable",
                    "letters and digits, first a letter");
        }
        return name;
    }

    private static Object checked(String name, Object value) {
        if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
            throw new UserException(
                    "USAGE", "the environment variable " + name + " cannot be " + number, "JSON has no such number");
        }
        if (!(value instanceof String) && !(value instanceof Number)) {
            throw new UserException(
                    "USAGE", "the environment variable " + name + " must be a string or a number", null);
        }
        return value;
    }

    /** {@code null} when it is not given. */
    EntityRef productionTarget() {
        return target("productionTarget", productionKind());
    }

    /** {@code null} when it is not given. */
    EntityRef dutTarget() {
        return target("dutTarget", dutKind());
    }

    private DeviceGroupType productionKind() {
        return type.equals(DeviceGroupType.PRE_FACTORY) ? DeviceGroupType.PRE_PRODUCTION : DeviceGroupType.PRODUCTION;
    }

    private DeviceGroupType dutKind() {
        return type.equals(DeviceGroupType.PRE_FACTORY) ? DeviceGroupType.PRE_DUT : DeviceGroupType.DUT;
    }

    private EntityRef target(String key, DeviceGroupType wanted) {
        if (!options.has(key)) {
            return null;
        }
        DeviceGroup target = named(key);
        if (type.isFactory() && !target.groupType().equals(wanted)) {
            throw new UserException(
                    "USAGE",
                    "the " + key + " of a " + type.kind() + " group must be a " + wanted.kind() + " group; "
                            + target.name() + " is a " + target.groupType().kind() + " group",
                    "deviceGroups.where({kind: '" + wanted.kind() + "'}) lists those");
        }
        if (product != null
                && target.product() != null
                && !target.product().id().equals(product.id())) {
            throw new UserException(
                    "USAGE",
                    "the " + key + " must be in the same product; " + target.name() + " is in "
                            + host.directory().nameOf(target.product()),
                    null);
        }
        return target.ref();
    }

    /** A name means the group of the same product first: others may have one of the same name. */
    private DeviceGroup named(String key) {
        if (product != null && options.value(key).isString()) {
            String name = options.value(key).asString();
            for (DeviceGroup group : host.directory().listing(EntityKinds.GROUP)) {
                if (name.equals(group.name()) && product.equals(group.product())) {
                    return group;
                }
            }
        }
        return Identified.entity(EntityKinds.GROUP, options.value(key), host);
    }
}
