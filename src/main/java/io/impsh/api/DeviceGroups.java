package io.impsh.api;

import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The device groups that the account may see. */
public final class DeviceGroups {
    private static final String COLLECTION = "devicegroups";
    private static final String UNBOND_KEY_HEADER = "X-Electricimp-Key";

    private final Calls calls;

    DeviceGroups(Calls calls) {
        this.calls = calls;
    }

    /** @param filter knows {@code owner.id}, {@code product.id}, {@code type} */
    public PagedIterable<DeviceGroup> list(Filter filter) {
        return calls.list(ApiRequest.of("GET", "list device groups", COLLECTION), filter, EntityReader::deviceGroup);
    }

    /** @throws NotFoundException when no visible device group has that id */
    public DeviceGroup get(String id) {
        return calls.one(read(id), EntityReader::deviceGroup);
    }

    /** Creates a device group; never sent twice. */
    public DeviceGroup create(NewDeviceGroup group) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", group.name());
        attributes.put("description", group.description());
        attributes.put("region", group.region());
        attributes.put("env_vars", group.envVars());
        Map<String, EntityRef> relationships = new LinkedHashMap<>();
        relationships.put("product", new EntityRef(Product.TYPE, group.productId()));
        relationships.put("production_target", group.productionTarget());
        relationships.put("dut_target", group.dutTarget());
        ApiRequest request = ApiRequest.of("POST", "create device group \"" + group.name() + "\"", COLLECTION)
                .withBody(RequestBodies.create(group.type().json(), attributes, relationships))
                .harmfulTwice();
        return calls.one(request, EntityReader::deviceGroup);
    }

    /**
     * Changes attributes and targets; both maps may be empty.
     *
     * @param group with its concrete type, which the service wants to see again
     * @param attributes {@code name}, {@code description}, {@code load_code_after_blessing}, {@code env_vars} (the whole
     *     object)
     * @param relationships {@code production_target}, {@code dut_target}
     */
    public DeviceGroup update(EntityRef group, Map<String, Object> attributes, Map<String, EntityRef> relationships) {
        ApiRequest request = item("PATCH", "change device group ", group.id())
                .withBody(RequestBodies.update(group, attributes, relationships));
        return calls.changed(request, read(group.id()), EntityReader::deviceGroup);
    }

    /** Refused while the group has devices or flagged deployments, or is the target of another. */
    public void delete(String id) {
        calls.done(item("DELETE", "delete device group ", id));
    }

    /**
     * Raises the oldest deployment that a device may run when it is asked politely to restart; restarts nothing.
     *
     * @param deploymentId of the same group, the present minimum or a newer one
     */
    public void setMinSupportedDeployment(String id, String deploymentId) {
        ApiRequest request = ApiRequest.of(
                        "PUT",
                        "set the minimum supported deployment of device group " + id,
                        COLLECTION,
                        Calls.id("device group", id),
                        "relationships",
                        "min_supported_deployment")
                .withBody(RequestBodies.identifier(new EntityRef(Deployment.TYPE, deploymentId)));
        calls.done(request);
    }

    /**
     * Reboots the devices of the group onto its current deployment; never sent twice.
     *
     * @param conditional devices that run the minimum supported deployment or a newer one are asked politely
     */
    public void restart(String id, boolean conditional) {
        ApiRequest request = ApiRequest.of(
                "POST",
                "restart the devices of device group " + id,
                COLLECTION,
                Calls.id("device group", id),
                conditional ? "conditional_restart" : "restart");
        calls.done(request.harmfulTwice());
    }

    /**
     * Puts devices into the group, out of the ones they are in; restarts those that are in it already. Never sent
     * twice. Not atomic: when it fails, some devices may have been assigned.
     *
     * @param deviceIds device ids, MAC addresses or agent ids
     */
    public void assign(String groupId, List<String> deviceIds) {
        calls.done(devices("POST", "assign " + count(deviceIds) + " to device group ", groupId, deviceIds));
    }

    /**
     * Takes devices out of the group. Never sent twice, not atomic.
     *
     * @param unbondKey needed for production groups, else {@code null}
     */
    public void unassign(String groupId, List<String> deviceIds, String unbondKey) {
        ApiRequest request =
                devices("DELETE", "unassign " + count(deviceIds) + " from device group ", groupId, deviceIds);
        calls.done(unbondKey == null ? request : request.withHeader(UNBOND_KEY_HEADER, unbondKey));
    }

    private static ApiRequest devices(String method, String verb, String groupId, List<String> deviceIds) {
        String group = Calls.id("device group", groupId);
        return ApiRequest.of(method, verb + groupId, COLLECTION, group, "relationships", "devices")
                .withBody(RequestBodies.identifiers(Device.TYPE, deviceIds))
                .harmfulTwice();
    }

    private static String count(List<String> deviceIds) {
        return deviceIds.size() == 1 ? "device " + deviceIds.get(0) : deviceIds.size() + " devices";
    }

    private static ApiRequest read(String id) {
        return item("GET", "read device group ", id);
    }

    private static ApiRequest item(String method, String verb, String id) {
        return ApiRequest.of(method, verb + id, COLLECTION, Calls.id("device group", id));
    }
}
