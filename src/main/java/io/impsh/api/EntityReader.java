package io.impsh.api;

import io.impsh.model.Account;
import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.Product;
import io.impsh.model.Webhook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Makes entities of resources. By hand, not by binding: one parse then gives the record and its raw text. */
final class EntityReader {
    private EntityReader() {}

    static Product product(Resource resource) {
        Attributes read = new Attributes(resource);
        return new Product(
                resource.id(),
                read.text("name"),
                read.text("description"),
                read.time("created_at"),
                read.time("updated_at"),
                read.ref("owner"),
                read.ref("creator"),
                resource.raw());
    }

    static DeviceGroup deviceGroup(Resource resource) {
        Attributes read = new Attributes(resource);
        return new DeviceGroup(
                resource.id(),
                DeviceGroupType.of(Objects.requireNonNullElse(resource.type(), "devicegroup")),
                read.text("name"),
                read.text("description"),
                read.text("region"),
                read.flag("load_code_after_blessing"),
                variables(read.node("env_vars")),
                read.time("created_at"),
                read.time("updated_at"),
                read.ref("product"),
                read.ref("owner"),
                read.ref("creator"),
                read.ref("production_target"),
                read.ref("dut_target"),
                read.ref("current_deployment"),
                read.ref("min_supported_deployment"),
                resource.raw());
    }

    static Device device(Resource resource) {
        Attributes read = new Attributes(resource);
        return new Device(
                resource.id(),
                read.text("name"),
                Boolean.TRUE.equals(read.flag("device_online")),
                read.time("device_state_changed_at"),
                read.text("agent_id"),
                read.text("agent_url"),
                Boolean.TRUE.equals(read.flag("agent_running")),
                read.time("agent_state_changed_at"),
                read.time("last_enrolled_at"),
                read.text("imp_type"),
                read.text("ip_address"),
                read.text("mac_address"),
                read.number("free_memory"),
                read.number("rssi"),
                read.text("swversion"),
                read.text("plan_id"),
                read.ref("owner"),
                read.ref("devicegroup"),
                read.ref("product"),
                resource.raw());
    }

    static Deployment deployment(Resource resource) {
        Attributes read = new Attributes(resource);
        return new Deployment(
                resource.id(),
                read.text("sha"),
                read.text("description"),
                read.text("origin"),
                read.texts("tags"),
                Boolean.TRUE.equals(read.flag("flagged")),
                read.text("device_code"),
                read.text("agent_code"),
                read.time("created_at"),
                read.time("updated_at"),
                read.ref("owner"),
                read.ref("creator"),
                read.ref("flagger"),
                read.ref("product"),
                read.ref("devicegroup"),
                resource.raw());
    }

    /** What the service remarks on what it made is in the resource itself. */
    static CreatedDeployment createdDeployment(Resource resource) {
        List<ApiError> warnings = new ArrayList<>();
        for (JsonNode element : resource.tree().path("meta")) {
            if (element.isObject()) {
                warnings.add(ErrorReader.error(element));
            }
        }
        return new CreatedDeployment(deployment(resource), List.copyOf(warnings));
    }

    static Webhook webhook(Resource resource) {
        Attributes read = new Attributes(resource);
        return new Webhook(
                resource.id(),
                read.text("url"),
                read.text("event"),
                read.text("content_type"),
                read.time("created_at"),
                read.time("updated_at"),
                read.ref("owner"),
                read.ref("creator"),
                read.ref("product"),
                read.ref("devicegroup"),
                resource.raw());
    }

    static Account account(Resource resource) {
        Attributes read = new Attributes(resource);
        return new Account(
                resource.id(),
                read.text("username"),
                read.text("email"),
                read.text("tier"),
                read.time("created_at"),
                read.time("updated_at"),
                resource.raw());
    }

    /** In the service's order. Values are strings or numbers; anything else is kept as its JSON text. */
    private static Map<String, Object> variables(JsonNode node) {
        Map<String, Object> variables = new LinkedHashMap<>();
        node.properties().forEach(each -> variables.put(each.getKey(), variable(each.getValue())));
        return Collections.unmodifiableMap(variables);
    }

    private static Object variable(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return value.longValue();
        }
        return value.isNumber() ? (Object) value.doubleValue() : value.toString();
    }
}
