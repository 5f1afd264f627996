package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Assigns devices to a group and takes them out. Not atomic: the devices are gone through in the order of the list,
 * those that can be processed are, and the others come back as one error element each.
 */
final class AssignmentHandler {
    private static final String PATH = "/v5/devicegroups/{id}/relationships/devices";

    private final Store store;

    AssignmentHandler(Store store) {
        this.store = store;
    }

    void addTo(Router router) {
        router.add("POST", PATH, this::assign).add("DELETE", PATH, this::unassign);
    }

    private Reply assign(Call call) {
        DeviceGroup group = DeviceGroupHandler.group(call, store);
        return forEach(call, identifier -> {
            Optional<Device> device = store.device(identifier, call.caller());
            if (device.isEmpty()) {
                return Optional.of(ApiError.notFound("There is no device '" + identifier + "'."));
            }
            Optional<ApiError> refusal = AssignmentRules.refusal(identifier, device.get(), group);
            if (refusal.isEmpty()) {
                store.assign(device.get(), group);
            }
            return refusal;
        });
    }

    private Reply unassign(Call call) {
        DeviceGroup group = DeviceGroupHandler.group(call, store);
        AssignmentRules.requireUnbondKey(group, call.request().header("X-Electricimp-Key"));
        return forEach(call, identifier -> {
            Optional<Device> device = store.device(identifier, call.caller()).filter(found -> found.group() == group);
            if (device.isEmpty()) {
                return Optional.of(ApiError.notFound("There is no device '" + identifier + "' in this devicegroup."));
            }
            store.unassign(device.get());
            return Optional.empty();
        });
    }

    /** @param work does it and answers empty, or answers why it may not be done */
    private static Reply forEach(Call call, Function<String, Optional<ApiError>> work) {
        List<ApiError> errors = new ArrayList<>();
        identifiers(call).forEach((pointer, identifier) -> work.apply(identifier.id())
                .map(error -> error.at(pointer))
                .ifPresent(errors::add));
        if (!errors.isEmpty()) {
            throw new ApiException(400, errors);
        }
        return Reply.noContent();
    }

    /** By where they stand in the request. All are read before the first is processed: a malformed list changes nothing. */
    private static Map<String, Identifier> identifiers(Call call) {
        JsonNode body = call.request().json();
        Identifier.refuseMore(call, body);
        JsonNode data = body.path("data");
        if (data.isObject()) {
            return Map.of("/data", identifier(data, "/data", call));
        }
        if (!data.isArray()) {
            throw ApiError.malformed("The body must have \"data\": a list of device identifiers.")
                    .exception();
        }
        Map<String, Identifier> identifiers = new LinkedHashMap<>();
        for (int i = 0; i < data.size(); i++) {
            String pointer = "/data/" + i;
            identifiers.put(pointer, identifier(data.get(i), pointer, call));
        }
        return identifiers;
    }

    private static Identifier identifier(JsonNode node, String pointer, Call call) {
        Identifier identifier = Identifier.read(node, pointer, call.strict());
        identifier.expect("device", pointer);
        return identifier;
    }
}
