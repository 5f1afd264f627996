package io.impsh.api;

import io.impsh.model.Entity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How the collections send: one view's priority and cancellation, answers checked, resources read. */
final class Calls {
    private final Session session;
    private final RequestContext context;

    Calls(Session session, RequestContext context) {
        this.session = session;
        this.context = context;
    }

    /** An id as a path segment. What would lead to another path than an item's is no id of anything. */
    static String id(String kind, String id) {
        if (id == null || id.isEmpty() || id.equals(".") || id.equals("..")) {
            throw new NotFoundException(
                    "there is no " + kind + " \"" + (id == null ? "" : id) + "\"",
                    new Refusal(404, List.of(), null, 0, Duration.ZERO));
        }
        return id;
    }

    /** Sends a request whose answer is one resource. */
    <T> T one(ApiRequest request, Function<Resource, T> reader) {
        Document document = documentOf(request, send(request, context));
        if (document.data().isEmpty()) {
            throw noResource(request);
        }
        return told(request, reader.apply(document.data().get(0)));
    }

    private <T> T told(ApiRequest request, T result) {
        Object written = result instanceof CreatedDeployment created ? created.deployment() : result;
        if (request.isWrite() && written instanceof Entity entity) {
            session.writeListener().changed(entity);
        }
        return result;
    }

    /** Sends a change of a resource, and reads that when the answer does not bring it. */
    <T> T changed(ApiRequest request, ApiRequest read, Function<Resource, T> reader) {
        ApiResponse response = send(request, context);
        List<Resource> data =
                response.body().isEmpty() ? List.of() : response.document().data();
        return told(request, data.isEmpty() ? one(read, reader) : reader.apply(data.get(0)));
    }

    /** Sends a request of which only matters that it was accepted. */
    void done(ApiRequest request) {
        send(request, context);
        boolean isRemoval = request.method().equals("DELETE") && request.path().size() == 2;
        if (isRemoval) {
            session.writeListener()
                    .removed(request.path().get(0), request.path().get(1));
        }
    }

    <T extends Entity> PagedIterable<T> list(ApiRequest request, Filter filter, Function<Resource, T> reader) {
        PageSource<T> source = pages(request, filter, PageSource.SIZE, reader);
        int widest = session.pagesAhead(context.priority());
        return new PagedIterable<>(
                ahead -> new RowIterator<>(
                        new PageFetcher<>(source, session.pagePool(), ahead, context.cancellation()),
                        Entity::id,
                        widest),
                widest);
    }

    /** Rows without ids, newest first, fetched one page after the other. */
    <T> PagedIterable<T> records(ApiRequest request, int pageSize, Function<Resource, T> reader) {
        PageSource<T> source = pages(request, Filter.none(), pageSize, reader);
        return new PagedIterable<>(ahead -> new RecordPages<>(source, context.cancellation()), 1);
    }

    /** One page and no other. */
    <T> Page<T> page(ApiRequest request, int number, int size, Function<Resource, T> reader) {
        PageSource<T> source = pages(request, Filter.none(), size, reader);
        return source.fetch(source.query(number), context.cancellation());
    }

    private <T> PageSource<T> pages(ApiRequest request, Filter filter, int size, Function<Resource, T> reader) {
        return new PageSource<>() {
            @Override
            public List<Map.Entry<String, String>> query(int number) {
                List<Map.Entry<String, String>> query = new ArrayList<>();
                filter.terms().forEach(term -> query.add(Map.entry("filter[" + term.getKey() + "]", term.getValue())));
                query.add(Map.entry(Page.NUMBER, String.valueOf(number)));
                query.add(Map.entry(Page.SIZE, String.valueOf(size)));
                return query;
            }

            @Override
            public Page<T> fetch(List<Map.Entry<String, String>> query, Cancellation cancellation) {
                ApiRequest page = request.withQuery(query);
                RequestContext walk = context.with(cancellation);
                return Page.of(documentOf(page, send(page, walk)), reader);
            }
        };
    }

    private ApiResponse send(ApiRequest request, RequestContext sender) {
        ApiResponse response = session.connector().send(request.in(sender));
        if (!response.isSuccess()) {
            throw ErrorReader.exception(request, response);
        }
        return response;
    }

    private static Document documentOf(ApiRequest request, ApiResponse response) {
        try {
            return response.document();
        } catch (MalformedAnswerException noBody) {
            throw noResource(request);
        }
    }

    private static RuntimeException noResource(ApiRequest request) {
        String reason = "the answer does not hold what was asked for";
        return request.isHarmfulTwice()
                ? Failures.lost(request, reason, null)
                : new UnreachableException(
                        "cannot " + request.purpose() + ": " + reason, "is the endpoint an impCentral API?", null);
    }
}
