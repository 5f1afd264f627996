package io.impsh.script;

import io.impsh.model.DeviceGroup;
import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;

/** The script types of single entities: facts and pointers from their kind, verbs of their own. */
final class EntityTypes {
    private EntityTypes() {}

    static HostType<?> of(EntityKind<?> kind) {
        return switch (kind.singular()) {
            case "product" -> product();
            case "group" -> group();
            case "device" -> device();
            default -> facts(kind, "An account: your own, or one that you collaborate with.");
        };
    }

    private static HostType<Handle<Product>> product() {
        HostType<Handle<Product>> type =
                facts(EntityKinds.PRODUCT, "A product: the roof over the device groups of one real product.");
        type.relation("groups", "DeviceGroupQuery", "Its device groups", (product, host) -> host.objects()
                .query(pointingTo(EntityKinds.GROUP, "product", product)));
        type.relation("devices", "DeviceQuery", "The devices in all of its groups", (product, host) -> host.objects()
                .query(pointingTo(EntityKinds.DEVICE, "product", product)));
        return ProductVerbs.addTo(type);
    }

    private static HostType<Handle<DeviceGroup>> group() {
        HostType<Handle<DeviceGroup>> type =
                facts(EntityKinds.GROUP, "A device group: the devices that run one piece of software.");
        type.relation(
                "currentDeployment",
                "object | null",
                "What its devices run: {type, id}",
                (group, host) -> host.objects().related(group.entity(host).currentDeployment()));
        type.relation(
                "minSupportedDeployment",
                "object | null",
                "The oldest build that a device may run: {type, id}",
                (group, host) -> host.objects().related(group.entity(host).minSupportedDeployment()));
        type.relation("devices", "DeviceQuery", "Its devices", (group, host) -> host.objects()
                .query(pointingTo(EntityKinds.DEVICE, "group", group)));
        return DeviceGroupVerbs.addTo(type);
    }

    private static HostType<Handle<io.impsh.model.Device>> device() {
        return DeviceVerbs.addTo(facts(EntityKinds.DEVICE, "A device: one imp with its agent in the cloud."));
    }

    /** What all entities have: the facts of their kind, the object as it was sent, and asking again. */
    private static <T extends Entity> HostType<Handle<T>> facts(EntityKind<T> kind, String text) {
        HostType<Handle<T>> type = new HostType<>(kind.typeName(), text);
        for (EntityKind.Property<T> property : kind.properties()) {
            type.property(
                    property.name(), property.type(), property.text(), (handle, host) -> fact(property, handle, host));
        }
        for (EntityKind.Relation<T> relation : kind.relations()) {
            type.relation(relation.name(), relation.type(), relation.text(), (handle, host) -> host.objects()
                    .related(relation.read().apply(handle.entity(host))));
        }
        type.relation(
                "raw", "object", "The JSON:API object exactly as the service sent it", (handle, host) -> handle.entity(
                                host)
                        .raw());
        type.method(
                "reload",
                kind.typeName(),
                "Asks the service for the present facts.",
                kind.collection() + ".first().reload()",
                (handle, call) -> {
                    handle.reload(call.host());
                    return call.host().objects().entity(handle);
                });
        type.describedBy((handle, host) -> describe(kind, handle.entity(host)));
        type.json((handle, call) -> EntityItem.of(handle, call.host()).json());
        return type;
    }

    /** Of a pointer the id is known without asking. */
    private static <T extends Entity> Object fact(EntityKind.Property<T> property, Handle<T> handle, Host host) {
        return property.name().equals("id") && !handle.isAlias()
                ? handle.id()
                : property.read().apply(handle.entity(host));
    }

    /** Its name, also where it has to be asked for: {@code print(`${d} in ${d.group}`)} is for people. */
    private static <T extends Entity> String describe(EntityKind<T> kind, T entity) {
        return entity.name() != null && !entity.name().isEmpty() ? entity.name() : kind.singular() + " " + entity.id();
    }

    private static <T extends Entity> Query<T> pointingTo(EntityKind<T> kind, String relation, Handle<?> target) {
        return pointingTo(kind, relation, target.ref());
    }

    /** The entities of a kind whose relation points there. */
    static <T extends Entity> Query<T> pointingTo(EntityKind<T> kind, String relation, EntityRef ref) {
        Criterion<T> criterion = new PointsTo<>(
                kind.relation(relation), kind.serverFilters().get(relation).parameter(), ref.id());
        return Query.all(kind).then(new QueryStep.Where<>(java.util.List.of(criterion)));
    }
}
