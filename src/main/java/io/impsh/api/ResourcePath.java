package io.impsh.api;

import java.util.List;

/**
 * Where in the service a resource is.
 *
 * @param collection the path's segments before the id
 * @param id {@code null} for the collection itself
 */
record ResourcePath(List<String> collection, String id) {
    /** The collections that belong to an account have a path of three segments. */
    private static final int OF_ACCOUNT = 3;

    /** The resource that a request is about, also when it is about a part of that; {@code null} when about none. */
    static ResourcePath of(ApiRequest request) {
        List<String> path = request.path();
        int collection = isOfAccount(path) ? OF_ACCOUNT : 1;
        return path.size() > collection
                ? new ResourcePath(path.subList(0, collection), path.get(collection))
                : new ResourcePath(path, null);
    }

    /** Where something points to. */
    static ResourcePath of(String type, String id) {
        return new ResourcePath(List.of(type.endsWith("devicegroup") ? "devicegroups" : type + "s"), id);
    }

    ResourcePath with(String otherId) {
        return new ResourcePath(collection, otherId);
    }

    boolean isCollection() {
        return id == null;
    }

    boolean isOf(String name) {
        return collection.size() == 1 && collection.get(0).equals(name);
    }

    /** Whether the request is about the resource or collection as a whole. */
    boolean isAllOf(ApiRequest request) {
        return request.path().size() == collection.size() + (id == null ? 0 : 1);
    }

    private static boolean isOfAccount(List<String> path) {
        return path.get(0).equals("accounts") && path.size() >= OF_ACCOUNT;
    }
}
