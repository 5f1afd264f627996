package io.impsh.sandbox;

import java.util.Objects;

/** Products: list, create, read, change, delete. */
final class ProductHandler {
    private final Store store;

    ProductHandler(Store store) {
        this.store = store;
    }

    void addTo(Router router) {
        router.add("GET", "/v5/products", this::list)
                .add("POST", "/v5/products", this::create)
                .add("GET", "/v5/products/{id}", call -> Reply.found(call, product(call)))
                .add("PATCH", "/v5/products/{id}", this::update)
                .add("DELETE", "/v5/products/{id}", this::delete);
    }

    private Reply list(Call call) {
        return Reply.list(
                call,
                store.products(call.caller()).stream()
                        .filter(product ->
                                call.accepts("owner.id", product.owner().id()))
                        .toList());
    }

    private Reply create(Call call) {
        ResourceDocument document = ResourceDocument.of(call);
        document.expectType("product");
        document.permitRelationships("owner");
        document.relationship("owner").ifPresent(owner -> requireOwn(owner, call.caller()));
        Attributes attributes = document.attributes("name", "description");
        String name = attributes.name();
        requireFree(name, call.caller(), null);
        Product product =
                new Product(store.newId(), call.caller(), name, attributes.description(null), store.nextTime());
        store.add(product);
        return Reply.created(call, product);
    }

    private static void requireOwn(Identifier owner, Account caller) {
        owner.expect("account", "/data/relationships/owner");
        if (!owner.id().equals(caller.id()) && !owner.id().equals("me")) {
            throw ApiError.forbidden("You may not create products for another account.")
                    .exception();
        }
    }

    private Reply update(Call call) {
        Product product = product(call);
        ResourceDocument document = ResourceDocument.of(call);
        document.expectType("product");
        document.expectId(call.parameter("id"));
        document.permitRelationships();
        Attributes attributes = document.attributes("name", "description");
        String name = attributes.name(product.name());
        String description = attributes.description(product.description());
        requireFree(name, product.owner(), product);
        if (!name.equals(product.name()) || !Objects.equals(description, product.description())) {
            product.change(name, description, store.nextTime());
        }
        return Reply.found(call, product);
    }

    private Reply delete(Call call) {
        Product product = product(call);
        if (product.owner() != call.caller()) {
            throw ApiError.forbidden("Only its owner may delete a product.").exception();
        }
        if (!store.groupsOf(product).isEmpty()) {
            throw new ApiError(
                            409,
                            "CX002",
                            "Dependent Devicegroups Exist",
                            "Cannot delete a product with associated devicegroups.")
                    .exception();
        }
        store.remove(product);
        return Reply.noContent();
    }

    private void requireFree(String name, Account owner, Product self) {
        boolean taken = store.products().stream()
                .anyMatch(product -> product != self
                        && product.owner() == owner
                        && product.name().equals(name));
        if (taken) {
            throw ApiError.duplicate("Products must have unique names.").exception();
        }
    }

    private Product product(Call call) {
        String id = call.parameter("id");
        return store.product(id, call.caller()).orElseThrow(() -> ApiError.notFound("There is no product '" + id + "'.")
                .exception());
    }
}
