package io.impsh.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a listing is narrowed to: pairs such as {@code product.id} and an id, all of which must hold. The service
 * ignores, or refuses, keys that it does not know.
 */
public record Filter(List<Map.Entry<String, String>> terms) {
    private static final Filter NONE = new Filter(List.of());

    public Filter {
        terms = List.copyOf(terms);
    }

    public static Filter none() {
        return NONE;
    }

    public Filter and(String key, String value) {
        List<Map.Entry<String, String>> longer = new ArrayList<>(terms);
        longer.add(Map.entry(key, value));
        return new Filter(longer);
    }
}
