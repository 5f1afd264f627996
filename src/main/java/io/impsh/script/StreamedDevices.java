package io.impsh.script;

import io.impsh.CountedNoun;
import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.graalvm.polyglot.Value;

/**
 * What {@code logs.stream(what)} means: devices, groups, products, queries, names, and lists of these.
 *
 * @param devices each once; those with logs only, and those that are online first, as not all may become live
 * @param joining groups and products whose devices are followed too when they join later
 */
record StreamedDevices(List<Device> devices, List<EntityRef> joining) {
    static StreamedDevices of(Value what, Call call) {
        Finder finder = new Finder(call.host());
        finder.add(what, call);
        return new StreamedDevices(finder.withLogs(), List.copyOf(finder.joining));
    }

    static StreamedDevices of(Query<Device> query, Host host) {
        Finder finder = new Finder(host);
        query.toList(host).forEach(finder::entity);
        return new StreamedDevices(finder.withLogs(), List.of());
    }

    static StreamedDevices of(Entity entity, Host host) {
        Finder finder = new Finder(host);
        finder.entity(entity);
        return new StreamedDevices(finder.withLogs(), List.copyOf(finder.joining));
    }

    /** Such as {@code thermo-0001} or {@code 8 devices}. */
    String title() {
        return title(devices);
    }

    static String title(List<Device> devices) {
        Device first = devices.get(0);
        return devices.size() == 1 ? LogLine.label(first.id(), first.name()) : devices.size() + " devices";
    }

    static boolean hasNoLogs(Device device) {
        return device.group() != null
                && DeviceGroupType.ofJson(device.group().type())
                        .filter(DeviceGroupType::isProduction)
                        .isPresent();
    }

    private static final class Finder {
        private static final int NEAREST = 3;

        private final Host host;
        private final Map<String, Device> devices = new LinkedHashMap<>();
        private final Set<EntityRef> joining = new LinkedHashSet<>();
        private final Set<String> names = new LinkedHashSet<>();

        Finder(Host host) {
            this.host = host;
        }

        private void add(Value what, Call call) {
            if (what.isString()) {
                named(what.asString());
            } else if (what.isProxyObject() && what.asProxyObject() instanceof EntityObject<?> entity) {
                entity(entity.self().entity(host));
            } else if (what.isProxyObject() && what.asProxyObject() instanceof QueryObject<?> query) {
                query.self().toList(host).forEach(this::entity);
            } else if (what.hasArrayElements()) {
                for (long index = 0; index < what.getArraySize(); index++) {
                    add(what.getArrayElement(index), call);
                }
            } else {
                throw call.wrong(
                        0,
                        "devices, groups, products, a query, a name, or a list of these",
                        call.host().values().describe(what));
            }
        }

        private void entity(Entity entity) {
            if (entity instanceof Device device) {
                devices.putIfAbsent(device.id(), device);
            } else if (entity instanceof DeviceGroup || entity instanceof Product) {
                joining.add(entity.ref());
                names.add(entity.name());
                String relation = entity instanceof DeviceGroup ? "group" : "product";
                query(relation, entity).toList(host).forEach(this::entity);
            } else {
                throw new UserException(
                        "USAGE", "only devices have logs, not " + HostObject.article(entity.type()), null);
            }
        }

        private static Query<Device> query(String relation, Entity target) {
            return EntityTypes.pointingTo(EntityKinds.DEVICE, relation, target.ref());
        }

        /** A device by what the service knows it by, then by the names of groups, products and devices: the short lists first. */
        private void named(String name) {
            entity(deviceById(name)
                    .or(() -> host.directory().find(EntityKinds.GROUP, name))
                    .or(() -> host.directory().find(EntityKinds.PRODUCT, name))
                    .or(() -> host.directory().find(EntityKinds.DEVICE, name))
                    .orElseThrow(() -> unknown(name)));
        }

        private Optional<Entity> deviceById(String name) {
            return EntityKinds.DEVICE.idForm().matcher(name).matches()
                    ? host.directory().find(EntityKinds.DEVICE, name).map(Entity.class::cast)
                    : Optional.empty();
        }

        private UserException unknown(String name) {
            List<String> names = new ArrayList<>();
            for (EntityKind<?> kind : List.of(EntityKinds.GROUP, EntityKinds.PRODUCT, EntityKinds.DEVICE)) {
                host.directory().listing(kind).stream()
                        .map(Entity::name)
                        .filter(known -> known != null && !known.isEmpty())
                        .forEach(names::add);
            }
            List<String> near = Nearest.to(name, names, NEAREST);
            return new UserException(
                    "NOT_FOUND",
                    "no device, device group or product is called '" + name + "'",
                    near.isEmpty() ? null : "nearest: " + String.join(", ", near));
        }

        private List<Device> withLogs() {
            List<Device> silent =
                    devices.values().stream().filter(StreamedDevices::hasNoLogs).toList();
            List<Device> streamable = devices.values().stream()
                    .filter(device -> !hasNoLogs(device))
                    .sorted(Comparator.comparing(device -> !device.online()))
                    .toList();
            if (streamable.isEmpty()) {
                throw new UserException(
                        "NOTHING_TO_STREAM",
                        silent.isEmpty() ? nobody() : "devices in (pre-)production groups have no logs",
                        null);
            }
            if (!silent.isEmpty()) {
                host.io()
                        .notice(CountedNoun.of(silent.size(), "device") + " in (pre-)production groups "
                                + (silent.size() == 1 ? "has no log and is" : "have no logs and are") + " left out");
            }
            return streamable;
        }

        private String nobody() {
            return names.isEmpty()
                    ? "there is no device to stream the log of"
                    : "there is no device in " + String.join(", ", names) + " to stream the log of";
        }
    }
}
