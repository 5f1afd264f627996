package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Account;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import io.impsh.model.Webhook;
import java.util.List;

/** The script types of single entities: facts and pointers from their kind, verbs of their own. */
final class EntityTypes {
    private EntityTypes() {}

    static HostType<?> of(EntityKind<?> kind) {
        return switch (kind.singular()) {
            case "product" -> product();
            case "group" -> group();
            case "device" -> device();
            case "build" ->
                DeploymentVerbs.addTo(
                        facts(EntityKinds.BUILD, "A build: the device and agent code that a group got at some time."));
            case "webhook" -> webhook();
            case "login key" ->
                LoginKeyVerbs.addTo(facts(
                        EntityKinds.LOGIN_KEY,
                        "A login key: a password for programs. Whoever knows its id can log in to the account."));
            case "refresh token" ->
                RefreshTokenVerbs.addTo(
                        facts(EntityKinds.REFRESH_TOKEN, "A refresh token: what a login by password leaves behind."));
            case "library" -> facts(kind, "A published library that sources may #require.");
            default -> account();
        };
    }

    private static HostType<Handle<Account>> account() {
        HostType<Handle<Account>> type =
                facts(EntityKinds.ACCOUNT, "An account: your own, or one that you collaborate with.");
        type.relation(
                "refreshTokens",
                "RefreshTokenQuery",
                "The logins that are open, of your own account only",
                (account, host) -> {
                    if (!account.isAlias()
                            && !account.id().equals(host.directory().me().id())) {
                        throw new UserException(
                                "REFUSED", "only your own account shows its refresh tokens", "me.refreshTokens");
                    }
                    return host.objects().query(Query.all(EntityKinds.REFRESH_TOKEN));
                });
        return type;
    }

    private static HostType<Handle<Product>> product() {
        HostType<Handle<Product>> type =
                facts(EntityKinds.PRODUCT, "A product: the roof over the device groups of one real product.");
        type.relation("groups", "DeviceGroupQuery", "Its device groups", (product, host) -> host.objects()
                .query(pointingTo(EntityKinds.GROUP, "product", product)));
        type.relation("devices", "DeviceQuery", "The devices in all of its groups", (product, host) -> host.objects()
                .query(pointingTo(EntityKinds.DEVICE, "product", product)));
        type.relation(
                "deployments",
                "DeploymentQuery",
                "The builds of its groups, and those whose group is gone",
                (product, host) -> host.objects().query(pointingTo(EntityKinds.BUILD, "product", product)));
        type.relation("webhooks", "WebhookQuery", "The webhooks of all of its groups", (product, host) -> host.objects()
                .query(pointingTo(EntityKinds.WEBHOOK, "product", product)));
        return ProductVerbs.addTo(type);
    }

    private static HostType<Handle<DeviceGroup>> group() {
        HostType<Handle<DeviceGroup>> type =
                facts(EntityKinds.GROUP, "A device group: the devices that run one piece of software.");
        type.relation("devices", "DeviceQuery", "Its devices", (group, host) -> host.objects()
                .query(pointingTo(EntityKinds.DEVICE, "group", group)));
        type.relation("deployments", "DeploymentQuery", "Its builds", (group, host) -> host.objects()
                .query(pointingTo(EntityKinds.BUILD, "group", group)));
        type.relation("webhooks", "WebhookQuery", "Its webhooks", (group, host) -> host.objects()
                .query(pointingTo(EntityKinds.WEBHOOK, "group", group)));
        return GroupBuildVerbs.addTo(DeviceGroupVerbs.addTo(type));
    }

    private static HostType<Handle<Device>> device() {
        return DeviceVerbs.addTo(facts(EntityKinds.DEVICE, "A device: one imp with its agent in the cloud."));
    }

    private static HostType<Handle<Webhook>> webhook() {
        return WebhookVerbs.addTo(facts(
                EntityKinds.WEBHOOK,
                "A webhook: an address that impCentral posts to when something happens in a group."));
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
                    .related(relation.of(handle.entity(host), host)));
        }
        type.relation(
                "raw", "object", "The JSON:API object exactly as the service sent it", (handle, host) -> handle.entity(
                                host)
                        .raw());
        if (kind == EntityKinds.LOGIN_KEY) {
            return described(type, kind);
        }
        type.method(
                "reload",
                kind.typeName(),
                "Asks the service for the present facts.",
                kind.collection() + ".first().reload()",
                (handle, call) -> {
                    handle.reload(call.host());
                    return call.host().objects().entity(handle);
                });
        return described(type, kind);
    }

    private static <T extends Entity> HostType<Handle<T>> described(HostType<Handle<T>> type, EntityKind<T> kind) {
        type.describedBy((handle, host) -> describe(kind, handle.entity(host)));
        type.json((handle, call) -> EntityItem.of(handle, call.host()).json());
        return type;
    }

    /**
     * Of a pointer the id is known without asking; what a list has left out is asked for. An id that is a secret is never
     * only pointed to.
     */
    private static <T extends Entity> Object fact(EntityKind.Property<T> property, Handle<T> handle, Host host) {
        if (property.name().equals("id") && !handle.isAlias() && handle.known() == null) {
            return handle.id();
        }
        Object value = property.read().apply(handle.entity(host));
        return value == null && property.bulky() ? property.read().apply(handle.reload(host)) : value;
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
        EntityKind.ServerFilter filter = kind.serverFilters().get(relation);
        Criterion<T> criterion =
                new PointsTo<>(kind.relation(relation), filter == null ? null : filter.parameter(), ref.id());
        return Query.all(kind).then(new QueryStep.Where<>(List.of(criterion)));
    }
}
