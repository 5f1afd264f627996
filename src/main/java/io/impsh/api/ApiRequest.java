package io.impsh.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request to the service, not yet tied to a host.
 *
 * @param path segments from the collection on, not encoded; none of them is empty
 * @param query names and values, not encoded
 * @param body JSON text, or {@code null} for none
 * @param purpose completes "cannot …", such as {@code read device 23a1b2c3d4e5f607}
 * @param repeat what may happen when the answer is lost
 */
record ApiRequest(
        String method,
        List<String> path,
        List<Map.Entry<String, String>> query,
        Map<String, String> headers,
        String body,
        String purpose,
        Repeat repeat,
        RequestContext context) {
    /** What doing a request twice would mean. */
    enum Repeat {
        /** The same as doing it once. */
        HARMLESS,
        /** Something else than doing it once: a second product, a second restart. */
        HARMFUL
    }

    static ApiRequest of(String method, String purpose, String... path) {
        return new ApiRequest(
                method, List.of(path), List.of(), Map.of(), null, purpose, Repeat.HARMLESS, RequestContext.DEFAULT);
    }

    ApiRequest withQuery(List<Map.Entry<String, String>> pairs) {
        return new ApiRequest(method, path, List.copyOf(pairs), headers, body, purpose, repeat, context);
    }

    ApiRequest withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiRequest(method, path, query, more, body, purpose, repeat, context);
    }

    ApiRequest withBody(String json) {
        return new ApiRequest(method, path, query, headers, json, purpose, repeat, context);
    }

    /** Marks a request that must not be sent again once it may have arrived. */
    ApiRequest harmfulTwice() {
        return new ApiRequest(method, path, query, headers, body, purpose, Repeat.HARMFUL, context);
    }

    ApiRequest in(RequestContext newContext) {
        return new ApiRequest(method, path, query, headers, body, purpose, repeat, newContext);
    }

    boolean isRead() {
        return method.equals("GET");
    }

    /** The calls that carry credentials instead of an access token. */
    boolean isLogin() {
        return path.get(0).equals("auth");
    }

    /** Whether it changes something; a log stream is only a way to read. */
    boolean isWrite() {
        return !isRead() && !path.get(0).equals(LogStreamCalls.COLLECTION);
    }

    boolean isHarmfulTwice() {
        return repeat == Repeat.HARMFUL;
    }

    Cancellation cancellation() {
        return context.cancellation();
    }

    /** For people, not for the wire: nothing is encoded. */
    String pathText() {
        return "/" + String.join("/", path);
    }

    String queryText() {
        return query.stream().map(pair -> pair.getKey() + "=" + pair.getValue()).collect(Collectors.joining("&"));
    }

    /** No record text, which would show passwords and tokens. */
    @Override
    public String toString() {
        return method + " " + purpose;
    }
}
