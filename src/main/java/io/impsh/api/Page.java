package io.impsh.api;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * One page of a listing.
 *
 * @param next the query of the page after it, or {@code null} when this is the last
 * @param lastNumber the number of the last page if the service says so, else {@link Integer#MAX_VALUE}
 */
record Page<T>(List<T> items, List<Map.Entry<String, String>> next, int lastNumber) {
    static final String NUMBER = "page[number]";
    static final String SIZE = "page[size]";

    static <T> Page<T> of(Document document, Function<Resource, T> reader) {
        JsonNode links = document.other().path("links");
        List<Map.Entry<String, String>> next = following(document);
        List<Map.Entry<String, String>> last = query(link(links.path("last")));
        return new Page<>(document.data().stream().map(reader).toList(), next, number(last, NUMBER, Integer.MAX_VALUE));
    }

    /** The query of the page after this one, or {@code null}. */
    static List<Map.Entry<String, String>> following(Document page) {
        return query(link(page.other().path("links").path("next")));
    }

    boolean isLast() {
        return next == null || items.isEmpty();
    }

    int nextNumber() {
        return number(next, NUMBER, -1);
    }

    int nextSize(int absent) {
        return number(next, SIZE, absent);
    }

    /** JSON:API allows an object around the link. */
    private static String link(JsonNode node) {
        return node.isObject() ? node.path("href").stringValue(null) : node.stringValue(null);
    }

    /** Only the query counts: the link's host may be one that our credentials must not go to. */
    private static List<Map.Entry<String, String>> query(String link) {
        int mark = link == null ? -1 : link.indexOf('?');
        if (mark < 0) {
            return null;
        }
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : link.substring(mark + 1).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.add(Map.entry(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1))));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException stray) {
            return text;
        }
    }

    private static int number(List<Map.Entry<String, String>> query, String name, int absent) {
        for (Map.Entry<String, String> pair : query == null ? List.<Map.Entry<String, String>>of() : query) {
            if (pair.getKey().equals(name) && pair.getValue().matches("[0-9]{1,9}")) {
                return Integer.parseInt(pair.getValue());
            }
        }
        return absent;
    }
}
