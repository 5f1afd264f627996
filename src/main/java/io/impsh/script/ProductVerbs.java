package io.impsh.script;

import io.impsh.bulk.Question;
import io.impsh.bulk.Removal;
import io.impsh.model.Entity;
import io.impsh.model.Product;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What can be done with products. */
final class ProductVerbs {
    static final int LONGEST_NAME = 80;
    static final int LONGEST_DESCRIPTION = 255;

    private static final Argument NAME = Argument.required("name", "string", "1 to 80 characters");
    private static final Argument DESCRIPTION =
            Argument.optional("description", "string", "up to 255 characters; may be empty");

    private ProductVerbs() {}

    static HostType<Handle<Product>> addTo(HostType<Handle<Product>> type) {
        return type.method(
                        "createGroup",
                        "DeviceGroup",
                        "Makes a device group in the product.",
                        "products.Thermostat.createGroup({name: 'Line 9', kind: 'development'})",
                        (product, call) -> DeviceGroupVerbs.create(product.id(), call.options(0), call.host()),
                        DeviceGroupVerbs.newGroup(false))
                .method(
                        "stream",
                        "LogStream",
                        "Prints new log lines of the devices of all its groups as they come. Groups in production have none.",
                        "products.Tracker.stream({types: 'server.error'}).stop()",
                        (product, call) -> LogTypes.stream(product, call),
                        LogStreamOptions.OF_STREAM)
                .method(
                        "update",
                        "Product",
                        "Changes name or description.",
                        "products.Tracker.update({description: 'Asset tracker'})",
                        (product, call) -> update(product, call.options(0), call.host()),
                        Argument.options(
                                "changes", Argument.optional("name", "string", "1 to 80 characters"), DESCRIPTION))
                .method(
                        "remove",
                        "Plan | void",
                        "Removes the product. With groups in it, force makes a plan that unassigns the devices, unflags"
                                + " the builds and removes the groups first; builds, a plan that removes its builds too.",
                        "products.Tracker.remove({force: true})",
                        (product, call) -> remove(product, call),
                        removal());
    }

    static Argument newProduct() {
        return Argument.options(
                "attributes",
                NAME,
                DESCRIPTION,
                Argument.optional("owner", "Account | string", "the account that shall own it, your own by default"));
    }

    static Argument removal() {
        return Argument.options(
                "options",
                Argument.optional("force", "boolean", "unassign devices, unflag builds, remove groups first"),
                Argument.optional("builds", "boolean", "remove its builds too"),
                DeviceVerbs.UNBOND_KEY);
    }

    static Object create(Options options, Host host) {
        String name = options.text("name", 1, LONGEST_NAME);
        String description = options.text("description", 0, LONGEST_DESCRIPTION);
        String owner = options.has("owner")
                ? Identified.entity(EntityKinds.ACCOUNT, options.value("owner"), host)
                        .id()
                : null;
        host.beforeWrite();
        Product made = host.client().products().create(name, description, owner);
        return made(EntityKinds.PRODUCT, made, host);
    }

    private static Object update(Handle<Product> product, Options changes, Host host) {
        changes.requireOne();
        Map<String, Object> attributes = nameAndDescription(changes);
        host.beforeWrite();
        Product changed = host.client().products().update(product.id(), attributes);
        return changed(product, changed, host);
    }

    private static Object remove(Handle<Product> product, Call call) {
        Host host = call.host();
        Removal removal = Plans.removal(call);
        if (removal.force() || removal.builds()) {
            return host.objects().plan(Plans.planner(host).removeProduct(product.reload(host), removal));
        }
        host.confirmOrStop(new Question(
                "The product " + product.entity(host).name() + " is removed. Go on?",
                List.of(product.entity(host).name()),
                1,
                false));
        host.beforeWrite();
        host.client().products().delete(product.id());
        host.directory().changed(EntityKinds.PRODUCT);
        return GuestValues.UNDEFINED;
    }

    /** The given options among the keys, as attributes; {@code null} stays, as it clears a text. */
    static Map<String, Object> texts(Options options, String... keys) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (String key : keys) {
            if (options.has(key)) {
                attributes.put(key, options.text(key));
            }
        }
        return attributes;
    }

    /** Name and description, of lengths that the service takes. */
    static Map<String, Object> nameAndDescription(Options changes) {
        changes.text("name", 1, LONGEST_NAME);
        changes.text("description", 0, LONGEST_DESCRIPTION);
        return texts(changes, "name", "description");
    }

    /** The same object, with the facts that it has now. */
    static <T extends Entity> Object changed(Handle<T> handle, T entity, Host host) {
        handle.replace(entity);
        host.directory().changed(handle.kind());
        return host.objects().entity(handle);
    }

    static <T extends Entity> Object made(EntityKind<T> kind, T entity, Host host) {
        host.directory().changed(kind);
        return host.objects().entity(Handle.of(kind, entity));
    }
}
