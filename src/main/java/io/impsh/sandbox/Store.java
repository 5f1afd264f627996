package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the simulated cloud knows, in order of creation. Also the lock: whoever reads or changes anything in it,
 * holds its monitor.
 */
final class Store {
    private final ServiceClock clock = new ServiceClock();
    private final Ids ids;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, Product> products = new LinkedHashMap<>();
    private final Map<String, DeviceGroup> groups = new LinkedHashMap<>();
    private final Map<String, Device> devicesById = new HashMap<>();
    private final Map<String, Device> devicesByMac = new HashMap<>();
    private final Map<String, Device> devicesByAgent = new HashMap<>();
    private final DeviceIndex devices = new DeviceIndex();
    private final Deployments deployments = new Deployments();
    private final Webhooks webhooks = new Webhooks();
    private final List<StoreListener> listeners = new ArrayList<>();

    Store(Ids ids) {
        this.ids = ids;
    }

    /** To be told from now on; in the order of these calls. */
    void listen(StoreListener listener) {
        listeners.add(listener);
    }

    /** The present, in milliseconds since 1970. */
    long now() {
        return clock.now();
    }

    /** A time that no other resource has. */
    long nextTime() {
        return clock.next();
    }

    /** A new id for anything but a device. */
    String newId() {
        return ids.resource();
    }

    /** The place of the next device in every list: at the end. */
    int nextOrdinal() {
        return devices.isEmpty() ? 1 : devices.inOrder().get(devices.size() - 1).ordinal() + 1;
    }

    ServiceClock clock() {
        return clock;
    }

    Ids ids() {
        return ids;
    }

    /** To be called after each request: all but reads may have changed something. */
    void changed(Request request) {
        if (!request.method().equals("GET")) {
            changed();
        }
    }

    /** Something may have changed that is to be kept. */
    void changed() {
        listeners.forEach(StoreListener::changed);
    }

    void add(Account account) {
        accounts.put(account.id(), account);
    }

    void add(Product product) {
        products.put(product.id(), product);
    }

    void add(DeviceGroup group) {
        groups.put(group.id(), group);
    }

    /** Adds an unassigned device; answers false, changing nothing, when an identifier of it is taken. */
    boolean add(Device device) {
        String mac = device.hardware().macAddress();
        String agent = device.rememberedAgentId();
        if (devicesById.containsKey(device.id()) || devicesByMac.containsKey(mac)) {
            return false;
        }
        if (devicesByAgent.putIfAbsent(agent, device) != null) {
            return false;
        }
        devicesById.put(device.id(), device);
        devicesByMac.put(mac, device);
        devices.add(device);
        device.owner().devices().add(device);
        device.owner().unassigned().add(device);
        return true;
    }

    void remove(Product product) {
        products.remove(product.id());
        deployments.lose(product);
    }

    void remove(DeviceGroup group) {
        groups.remove(group.id());
        deployments.lose(group);
        webhooks.lose(group);
    }

    void remove(Device device) {
        takeOut(device);
        devicesById.remove(device.id());
        devicesByMac.remove(device.hardware().macAddress());
        devicesByAgent.remove(device.rememberedAgentId());
        devices.remove(device);
        device.owner().devices().remove(device);
        device.owner().unassigned().remove(device);
        listeners.forEach(listener -> listener.removed(device));
    }

    /** Assigns as a call does; into its present group too, which restarts it. */
    void assign(Device device, DeviceGroup group) {
        takeOut(device);
        device.assign(group, now());
        group.devices().add(device);
        listeners.forEach(listener -> listener.assigned(device));
    }

    /** Reboots it onto the current deployment of its group. */
    void restart(Device device) {
        device.restart(now());
        listeners.forEach(listener -> listener.restarted(device));
    }

    /** Puts it on line or off; nothing happens if it is so already. */
    void turn(Device device, boolean on) {
        if (device.online() != on) {
            device.turn(on, now());
            listeners.forEach(listener -> listener.turned(device));
        }
    }

    /** Puts it into a production group, as its firmware does at the end of the factory line; there it is packed, off line. */
    void bless(Device device, DeviceGroup group) {
        place(device, group, now());
        turn(device, false);
        listeners.forEach(listener -> listener.blessed(device));
    }

    /** A BlinkUp, after which it is on line, in the group that it was in before. */
    void enroll(Device device) {
        turn(device, true);
        device.enroll(now());
        listeners.forEach(listener -> listener.enrolled(device));
    }

    /** Reboots it if it runs less than the minimum of its group; otherwise it is only told. */
    void restartBelowMinimum(Device device) {
        if (device.isBelowMinimum()) {
            restart(device);
        } else {
            listeners.forEach(listener -> listener.notified(device));
        }
    }

    /** Code for the group, which no device runs before it restarts. */
    void deploy(Deployment deployment, DeviceGroup group) {
        deployments.add(deployment);
        group.take(deployment);
        listeners.forEach(listener -> listener.deployed(deployment));
    }

    /** Assigns without leaving a trace in the counts. */
    void place(Device device, DeviceGroup group, long when) {
        takeOut(device);
        device.place(group, when);
        group.devices().add(device);
    }

    void unassign(Device device) {
        DeviceGroup from = device.group();
        takeOut(device);
        device.unassign();
        device.owner().unassigned().add(device);
        listeners.forEach(listener -> listener.unassigned(device, from));
    }

    /** Forgets everything but its listeners; the same ids come again. */
    void clear() {
        accounts.clear();
        products.clear();
        groups.clear();
        deployments.clear();
        webhooks.clear();
        devicesById.clear();
        devicesByMac.clear();
        devicesByAgent.clear();
        devices.clear();
        ids.restart();
        listeners.forEach(StoreListener::cleared);
    }

    private static void takeOut(Device device) {
        DeviceIndex present = device.group() == null
                ? device.owner().unassigned()
                : device.group().devices();
        present.remove(device);
    }

    Deployments deployments() {
        return deployments;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    /** {@code null} if there is none. */
    Account account(String id) {
        return accounts.get(id);
    }

    Collection<Account> accounts() {
        return accounts.values();
    }

    Collection<Product> products() {
        return products.values();
    }

    Collection<DeviceGroup> groups() {
        return groups.values();
    }

    /** Every device of every account. */
    DeviceIndex devices() {
        return devices;
    }

    List<Product> products(Account caller) {
        return products.values().stream()
                .filter(product -> product.visibleTo(caller))
                .toList();
    }

    List<DeviceGroup> groups(Account caller) {
        return groups.values().stream()
                .filter(group -> group.product().visibleTo(caller))
                .toList();
    }

    List<DeviceGroup> groupsOf(Product product) {
        return groups.values().stream()
                .filter(group -> group.product() == product)
                .toList();
    }

    /** Own account first, then those with which a product is shared. */
    List<Account> accounts(Account caller) {
        List<Account> visible = new ArrayList<>(List.of(caller));
        accounts.values().stream()
                .filter(account -> account != caller
                        && products.values().stream().anyMatch(product -> product.joins(account, caller)))
                .forEach(visible::add);
        return visible;
    }

    Optional<Product> product(String id, Account caller) {
        return Optional.ofNullable(products.get(id)).filter(product -> product.visibleTo(caller));
    }

    Optional<DeviceGroup> group(String id, Account caller) {
        return Optional.ofNullable(groups.get(id))
                .filter(group -> group.product().visibleTo(caller));
    }

    /** The group that a request names; a type that is not that of the group is refused. */
    DeviceGroup group(Identifier identifier, Account caller) {
        String pointer = "/data/relationships/devicegroup";
        DeviceGroup group = group(identifier.id(), caller)
                .orElseThrow(() -> ApiError.notFound("There is no device group '" + identifier.id() + "'.")
                        .at(pointer)
                        .exception());
        identifier.expect(group.type().resourceType(), pointer);
        return group;
    }

    /** By device id, MAC address in any case, or, while it is assigned, agent id. */
    Optional<Device> device(String identifier, Account caller) {
        return device(identifier).filter(found -> found.visibleTo(caller));
    }

    /** The same, whosever it is. */
    Optional<Device> device(String identifier) {
        Device device = devicesById.get(identifier);
        if (device == null) {
            device = devicesByMac.get(identifier.toLowerCase(Locale.ROOT));
        }
        if (device == null) {
            Device agents = devicesByAgent.get(identifier);
            device = agents != null && agents.group() != null ? agents : null;
        }
        return Optional.ofNullable(device);
    }
}
