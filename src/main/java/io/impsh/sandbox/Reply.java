package io.impsh.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * An answer: complete, or one that goes on after its headers.
 *
 * @param headers beside those that every answer has
 * @param body {@code null} for none, as with 204
 * @param stream what writes the body as it comes into being, or {@code null}; then there is no {@code body}
 */
record Reply(int status, Map<String, String> headers, byte[] body, StreamedBody stream) {
    private static final String JSON_API = "application/vnd.api+json";

    Reply(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, null);
    }

    static Reply noContent() {
        return new Reply(204, Map.of(), null);
    }

    /** An answer without a length that lasts until its writer returns or the caller goes away. */
    static Reply streamed(String contentType, StreamedBody body) {
        return new Reply(200, Map.of("Content-Type", contentType), null, body);
    }

    /** Plain JSON, outside of the resource form. */
    static Reply json(int status, Consumer<JsonGenerator> content) {
        return new Reply(status, Map.of("Content-Type", "application/json"), Json.write(content));
    }

    static Reply found(Call call, Resource resource) {
        return single(200, call, resource);
    }

    static Reply created(Call call, Resource resource) {
        return single(201, call, resource);
    }

    private static Reply single(int status, Call call, Resource resource) {
        return document(status, out -> {
            out.writeName("data");
            resource.write(new ResourceWriter(out, call.request().base()));
        });
    }

    /** One page of {@code all}, as the query asks for it. */
    static Reply list(Call call, List<? extends Resource> all) {
        return list(
                call,
                all,
                (resource, out) ->
                        resource.write(new ResourceWriter(out, call.request().base())));
    }

    /** The same for what has no resource form. */
    static <T> Reply list(Call call, List<T> all, BiConsumer<T, JsonGenerator> writer) {
        Page page = Page.of(call.request().target());
        return document(200, content(call, page, page.of(all), all.size(), writer));
    }

    /**
     * One page, written while it is sent, since it would be too large to be gathered first.
     *
     * @param shown its entries, which must not change any more
     * @param total how many entries all pages have
     */
    static Reply largeList(Call call, Page page, List<? extends Resource> shown, int total) {
        Consumer<JsonGenerator> content = content(
                call,
                page,
                shown,
                total,
                (resource, out) ->
                        resource.write(new ResourceWriter(out, call.request().base())));
        return streamed(JSON_API, out -> Json.send(out, document(content)));
    }

    private static <T> Consumer<JsonGenerator> content(
            Call call, Page page, List<T> shown, int total, BiConsumer<T, JsonGenerator> writer) {
        return out -> {
            out.writeArrayPropertyStart("data");
            for (T element : shown) {
                writer.accept(element, out);
            }
            out.writeEndArray();
            out.writeObjectPropertyStart("links");
            page.links(call.request(), total).forEach(out::writeStringProperty);
            out.writeEndObject();
        };
    }

    static Reply errors(int status, List<ApiError> errors) {
        return document(status, out -> {
            out.writeArrayPropertyStart("errors");
            errors.forEach(error -> error.write(out));
            out.writeEndArray();
        });
    }

    private static Reply document(int status, Consumer<JsonGenerator> content) {
        return new Reply(status, Map.of("Content-Type", JSON_API), Json.write(document(content)));
    }

    private static Consumer<JsonGenerator> document(Consumer<JsonGenerator> content) {
        return out -> {
            out.writeStartObject();
            content.accept(out);
            out.writeEndObject();
        };
    }

    Reply with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Reply(status, all, body, stream);
    }
}
