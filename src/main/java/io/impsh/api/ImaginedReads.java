package io.impsh.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Reads through to the service, and lays over each answer what a dry run has imagined since. */
final class ImaginedReads {
    private final Connector next;
    private final ImaginedCloud cloud;

    ImaginedReads(Connector next, ImaginedCloud cloud) {
        this.next = next;
        this.cloud = cloud;
    }

    ApiResponse read(ApiRequest request) {
        ResourcePath path = ResourcePath.of(request);
        if (cloud.isUntouched()) {
            return next.send(request);
        }
        if (path.isCollection()) {
            return list(request, path);
        }
        if (path.isAllOf(request)) {
            return item(request, path);
        }
        return cloud.isGone(path) ? LocalAnswers.notFound(path.id()) : next.send(request);
    }

    private ApiResponse item(ApiRequest request, ResourcePath path) {
        if (cloud.isGone(path)) {
            return LocalAnswers.notFound(path.id());
        }
        if (ImaginedCloud.isPlaceholder(path.id())) {
            return LocalAnswers.resource(200, cloud.placeholder(path));
        }
        ApiResponse present = next.send(request);
        if (!present.isSuccess() || present.document().data().isEmpty()) {
            return present;
        }
        // A device may have been asked for by its MAC address.
        Resource resource = present.document().data().get(0);
        ObjectNode real = (ObjectNode) resource.tree();
        ObjectNode imagined = cloud.imagined(path.with(resource.id()), real);
        if (imagined == real) {
            return present;
        }
        return imagined == null ? LocalAnswers.notFound(path.id()) : LocalAnswers.resource(200, imagined);
    }

    private ApiResponse list(ApiRequest request, ResourcePath collection) {
        ListFilter filter = ListFilter.of(request);
        if (filter.namesPlaceholder()) {
            return LocalAnswers.list(ordered(collection, cloud.missing(collection, filter)), Json.object());
        }
        ApiResponse page = next.send(request);
        return page.isSuccess() ? overlaid(page, request, collection, filter) : page;
    }

    private ApiResponse overlaid(ApiResponse page, ApiRequest request, ResourcePath collection, ListFilter filter) {
        List<Map.Entry<String, String>> following = Page.following(page.document());
        List<ObjectNode> rows = new ArrayList<>();
        boolean isSame = true;
        for (Resource each : page.document().data()) {
            ObjectNode real = (ObjectNode) each.tree();
            ObjectNode imagined = cloud.imagined(collection.with(each.id()), real);
            isSame &= imagined == real;
            if (imagined == real || imagined != null && filter.accepts(imagined)) {
                rows.add(imagined);
            }
        }
        List<ObjectNode> missing = isTheirPage(request, collection, following)
                ? ordered(collection, cloud.missing(collection, filter))
                : List.of();
        if (isSame && missing.isEmpty()) {
            return page;
        }
        rows.addAll(isNewestFirst(collection) ? 0 : rows.size(), missing);
        boolean wouldBeTakenForTheEnd = rows.isEmpty() && following != null;
        return wouldBeTakenForTheEnd
                ? list(request.withQuery(following), collection)
                : LocalAnswers.list(rows, page.document().other());
    }

    /** What is new comes first where the newest come first, else last. */
    private static boolean isTheirPage(
            ApiRequest request, ResourcePath collection, List<Map.Entry<String, String>> following) {
        return isNewestFirst(collection) ? request.query().contains(Map.entry(Page.NUMBER, "1")) : following == null;
    }

    private static List<ObjectNode> ordered(ResourcePath collection, List<ObjectNode> oldestFirst) {
        if (isNewestFirst(collection)) {
            Collections.reverse(oldestFirst);
        }
        return oldestFirst;
    }

    private static boolean isNewestFirst(ResourcePath collection) {
        return collection.isOf("deployments");
    }
}
