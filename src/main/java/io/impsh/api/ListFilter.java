package io.impsh.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The filters of a listing, as the service goes by them. Those that it does not know it ignores. */
final class ListFilter {
    private static final String BEGIN = "filter[";

    private final List<Map.Entry<String, String>> terms = new ArrayList<>();

    private ListFilter(List<Map.Entry<String, String>> query) {
        for (Map.Entry<String, String> pair : query) {
            if (pair.getKey().startsWith(BEGIN)) {
                String key =
                        pair.getKey().substring(BEGIN.length(), pair.getKey().length() - 1);
                terms.add(Map.entry(key, pair.getValue()));
            }
        }
    }

    static ListFilter of(ApiRequest request) {
        return new ListFilter(request.query());
    }

    /** Whether it asks for what belongs to something that does not exist. */
    boolean namesPlaceholder() {
        return terms.stream().anyMatch(term -> ImaginedCloud.isPlaceholder(term.getValue()));
    }

    boolean accepts(JsonNode resource) {
        return terms.stream().allMatch(term -> accepts(resource, term.getKey(), term.getValue()));
    }

    private static boolean accepts(JsonNode resource, String key, String wanted) {
        JsonNode attributes = resource.path("attributes");
        JsonNode relations = resource.path("relationships");
        return switch (key) {
            case "type" -> resource.path("type").asString("").equals(wanted);
            case "sha" -> attributes.path("sha").asString("").equals(wanted);
            case "flagged" ->
                wanted.equals("any") || wanted.equals(attributes.path("flagged").asString(""));
            case "tags" -> hasAll(attributes.path("tags"), wanted.split(","));
            case "devicegroup.type" ->
                relations.path("devicegroup").path("type").asString("").equals(wanted);
            case "devicegroup.owner.id" ->
                !wanted.equals("null") || !relations.path("devicegroup").isObject();
            default ->
                !key.endsWith(".id")
                        || relations
                                .path(key.substring(0, key.length() - ".id".length()))
                                .path("id")
                                .asString("")
                                .equals(wanted);
        };
    }

    /** Whether a change to these relationships may make the listing show a device that it did not show before. */
    boolean mayLetIn(JsonNode moved) {
        List<Map.Entry<String, String>> places = terms.stream()
                .filter(term -> term.getKey().startsWith("devicegroup.")
                        || term.getKey().startsWith("product."))
                .toList();
        return !places.isEmpty() && places.stream().allMatch(term -> accepts(moved, term.getKey(), term.getValue()));
    }

    private static boolean hasAll(JsonNode tags, String... wanted) {
        List<String> present = new ArrayList<>();
        tags.forEach(tag -> present.add(tag.asString("")));
        return present.containsAll(List.of(wanted));
    }
}
