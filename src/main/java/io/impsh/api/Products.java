package io.impsh.api;

import io.impsh.model.Product;
import java.util.Map;

/** The products that the account may see. */
public final class Products {
    Products() {}

    public PagedIterable<Product> list(Filter filter) {
        throw new UnsupportedOperationException();
    }

    public Product get(String id) {
        throw new UnsupportedOperationException();
    }

    public Product create(String name, String description, String ownerId) {
        throw new UnsupportedOperationException();
    }

    public Product update(String id, Map<String, Object> attributes) {
        throw new UnsupportedOperationException();
    }

    public void delete(String id) {
        throw new UnsupportedOperationException();
    }
}
