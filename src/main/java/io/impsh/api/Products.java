package io.impsh.api;

import io.impsh.model.Account;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import java.util.LinkedHashMap;
import java.util.Map;

/** The products that the account may see: its own and those of accounts it collaborates with. */
public final class Products {
    private static final String COLLECTION = "products";

    private final Calls calls;

    Products(Calls calls) {
        this.calls = calls;
    }

    /** @param filter knows {@code owner.id} */
    public PagedIterable<Product> list(Filter filter) {
        return calls.list(ApiRequest.of("GET", "list products", COLLECTION), filter, EntityReader::product);
    }

    /** @throws NotFoundException when no visible product has that id */
    public Product get(String id) {
        return calls.one(read(id), EntityReader::product);
    }

    /**
     * Creates a product; never sent twice.
     *
     * @param name 1 to 80 characters, unique among the owner's products
     * @param description up to 255 characters, or {@code null}
     * @param ownerId {@code null} for the own account
     */
    public Product create(String name, String description, String ownerId) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("name", name);
        attributes.put("description", description);
        Map<String, EntityRef> relationships =
                ownerId == null ? Map.of() : Map.of("owner", new EntityRef(Account.TYPE, ownerId));
        ApiRequest request = ApiRequest.of("POST", "create product \"" + name + "\"", COLLECTION)
                .withBody(RequestBodies.create(Product.TYPE, attributes, relationships))
                .harmfulTwice();
        return calls.one(request, EntityReader::product);
    }

    /** @param attributes {@code name}, {@code description} */
    public Product update(String id, Map<String, Object> attributes) {
        ApiRequest request = item("PATCH", "change product ", id)
                .withBody(RequestBodies.update(new EntityRef(Product.TYPE, id), attributes, Map.of()));
        return calls.changed(request, read(id), EntityReader::product);
    }

    /** Refused while the product has device groups. */
    public void delete(String id) {
        calls.done(item("DELETE", "delete product ", id));
    }

    private static ApiRequest read(String id) {
        return item("GET", "read product ", id);
    }

    private static ApiRequest item(String method, String verb, String id) {
        return ApiRequest.of(method, verb + id, COLLECTION, Calls.id("product", id));
    }
}
