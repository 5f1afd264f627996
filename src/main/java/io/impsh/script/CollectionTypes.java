package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.model.DeviceGroup;
import io.impsh.model.Entity;
import io.impsh.model.Product;
import io.impsh.model.Webhook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** The script types of queries and of the collections, which are queries that can also find and make. */
final class CollectionTypes {
    private CollectionTypes() {}

    static HostType<?> query(EntityKind<?> kind) {
        return switch (kind.singular()) {
            case "product" -> ProductQueryVerbs.addTo(plainQuery(EntityKinds.PRODUCT));
            case "group" -> DeviceGroupQueryVerbs.addTo(plainQuery(EntityKinds.GROUP));
            case "device" -> DeviceQueryVerbs.addTo(plainQuery(EntityKinds.DEVICE));
            case "build" -> DeploymentQueryVerbs.addTo(plainQuery(EntityKinds.BUILD));
            case "webhook" -> WebhookQueryVerbs.addTo(plainQuery(EntityKinds.WEBHOOK));
            default -> plainQuery(kind);
        };
    }

    static HostType<?> collection(EntityKind<?> kind) {
        return switch (kind.singular()) {
            case "product" -> products();
            case "group" -> deviceGroups();
            case "device" ->
                DeviceQueryVerbs.addTo(
                        collection(EntityKinds.DEVICE, "Devices", "The devices that you may see, assigned or not."));
            case "build" ->
                DeploymentQueryVerbs.addTo(collection(
                        EntityKinds.BUILD, "Deployments", "The builds that you may see. A tag is a member too."));
            case "webhook" -> webhooks();
            case "login key" ->
                LoginKeyVerbs.addCreation(
                        collection(EntityKinds.LOGIN_KEY, "LoginKeys", "The login keys of your account, ten at most."));
            case "library" -> collection(EntityKinds.LIBRARY, "Libraries", "The published libraries.");
            default -> collection(kind, "Accounts", "Your own account and those you collaborate with.");
        };
    }

    private static HostType<Query<Product>> products() {
        HostType<Query<Product>> type =
                collection(EntityKinds.PRODUCT, "Products", "The products that you may see. A name is a member too.");
        return ProductQueryVerbs.addTo(type)
                .method(
                        "create",
                        "Product",
                        "Makes a product.",
                        "products.create({name: 'Doorbell', description: 'first generation'})",
                        (query, call) -> ProductVerbs.create(call.options(0), call.host()),
                        ProductVerbs.newProduct());
    }

    private static HostType<Query<DeviceGroup>> deviceGroups() {
        HostType<Query<DeviceGroup>> type = collection(
                EntityKinds.GROUP, "DeviceGroups", "The device groups that you may see. A name is a member too.");
        return DeviceGroupQueryVerbs.addTo(type)
                .method(
                        "create",
                        "DeviceGroup",
                        "Makes a device group.",
                        "deviceGroups.create({product: 'Thermostat', name: 'Line 8'})",
                        (query, call) -> {
                            Options options = call.options(0);
                            Product product =
                                    Identified.entity(EntityKinds.PRODUCT, options.value("product"), call.host());
                            return DeviceGroupVerbs.create(product.id(), options, call.host());
                        },
                        DeviceGroupVerbs.newGroup(true));
    }

    private static HostType<Query<Webhook>> webhooks() {
        HostType<Query<Webhook>> type =
                collection(EntityKinds.WEBHOOK, "Webhooks", "The webhooks of all device groups that you may see.");
        return WebhookQueryVerbs.addTo(type)
                .method(
                        "create",
                        "Webhook",
                        "Makes a webhook: impCentral posts to its address when something happens in the group.",
                        "webhooks.create({group: 'Line 1', url: 'https://example.com/hook', event: 'deployment'})",
                        (query, call) -> {
                            Options options = call.options(0);
                            DeviceGroup group =
                                    Identified.entity(EntityKinds.GROUP, options.value("group"), call.host());
                            return WebhookVerbs.create(group.ref(), options, call.host());
                        },
                        WebhookVerbs.newWebhook(true));
    }

    private static <T extends Entity> HostType<Query<T>> plainQuery(EntityKind<T> kind) {
        String article = kind == EntityKinds.ACCOUNT ? "A selection of accounts" : "A selection of " + kind.plural();
        HostType<Query<T>> type = new HostType<>(
                HostTypes.queryName(kind), article + ": lazy, asks the service anew each time it is used.");
        return QueryMembers.addTo(type, kind);
    }

    private static <T extends Entity> HostType<Query<T>> collection(EntityKind<T> kind, String name, String text) {
        HostType<Query<T>> type = QueryMembers.addTo(new HostType<>(name, text), kind);
        String one = kind.typeName();
        String example = exampleIdentifier(kind);
        type.method(
                "get",
                one,
                "Finds the one that is meant by " + identifiers(kind)
                        + ". It is an error when there is none, or more than one"
                        + (kind.isNamed() ? "; the first of these that matches counts." : "."),
                kind.collection() + ".get(" + example + ")",
                (query, call) -> call.host().objects().entity(Identified.entity(kind, call.value(0), call.host())),
                Argument.required("identifier", "string", identifiers(kind)));
        type.method(
                "of",
                one + "Query",
                "Makes a query of the given ones, in their order. One that does not exist is an error.",
                kind.collection() + ".of([" + example + "])",
                (query, call) -> call.host().objects().query(Query.of(kind, identifiersOf(kind, call))),
                Argument.required("list", "(" + one + " | string)[]", "entities or identifiers"));
        return type.fallback((query, member, host) -> byName(kind, member, host));
    }

    /** As code. */
    private static String exampleIdentifier(EntityKind<?> kind) {
        if (!kind.isNamed()) {
            return kind.collection() + ".first().id";
        }
        String name = Map.of(
                        "device", "thermo-0001",
                        "group", "Line 1",
                        "product", "Thermostat",
                        "account", "demo",
                        "library", "Promise.lib.nut",
                        "build", "v0.9")
                .get(kind.singular());
        return "'" + name + "'";
    }

    private static String identifiers(EntityKind<?> kind) {
        return Map.of(
                        "webhook", "its id",
                        "device", "id, MAC address, agent id or name",
                        "group", "id, name or {account}{product}{group}",
                        "product", "id, name or {account}{product}",
                        "account", "id, user name, e-mail or me",
                        "login key", "id, its beginning, or description",
                        "library", "its name",
                        "build", "id, sha, tag, origin or the first digits of the sha")
                .get(kind.singular());
    }

    private static <T extends Entity> List<String> identifiersOf(EntityKind<T> kind, Call call) {
        Value list = call.value(0);
        if (!list.hasArrayElements()) {
            throw call.wrong(0, "an array");
        }
        List<String> identifiers = new ArrayList<>();
        for (long index = 0; index < list.getArraySize(); index++) {
            identifiers.add(Identified.identifier(kind, list.getArrayElement(index), call.host()));
        }
        return identifiers;
    }

    /** {@code products.Thermostat}: from the index; small collections may be listed, the fleet never. */
    private static <T extends Entity> Object byName(EntityKind<T> kind, String name, Host host) {
        if (kind == EntityKinds.BUILD) {
            return host.directory()
                    .builds()
                    .byTag(name)
                    .<Object>map(build -> host.objects().entity(build))
                    .orElseThrow(() -> unknownMember(kind, name, host));
        }
        if (kind != EntityKinds.DEVICE
                || !host.directory().index().idsOf(kind.singular(), name).isEmpty()) {
            return host.directory()
                    .find(kind, name)
                    .<Object>map(entity -> host.objects().entity(entity))
                    .orElseThrow(() -> unknownMember(kind, name, host));
        }
        throw unknownMember(kind, name, host);
    }

    private static UserException unknownMember(EntityKind<?> kind, String name, Host host) {
        List<String> members = new ArrayList<>();
        host.registry().collectionType(kind).docs().forEach(doc -> members.add(doc.name()));
        if (!EntityKinds.isLarge(kind)) {
            host.directory().listing(kind).forEach(entity -> members.add(String.valueOf(entity.name())));
        }
        String near = Nearest.question(name, members);
        return new UserException(
                "NO_PROPERTY",
                kind.collection() + " has no member and no " + Directory.wordOf(kind) + " '" + name + "'" + near,
                near.isEmpty() ? hint(kind, name, host) : lookUp(kind, name));
    }

    /** Such as for {@code lenght}, which nothing is called that there is. */
    private static String hint(EntityKind<?> kind, String name, Host host) {
        HostType<?> type = host.registry().collectionType(kind);
        return Nearest.to(name, type.hinted(), 1).stream()
                .findFirst()
                .map(type::hintFor)
                .orElseGet(() -> lookUp(kind, name));
    }

    private static String lookUp(EntityKind<?> kind, String name) {
        return kind.collection() + ".get('" + name + "') looks for it";
    }
}
