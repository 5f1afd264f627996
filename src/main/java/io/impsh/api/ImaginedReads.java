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
    private final SeenDevices seen = new SeenDevices();

    ImaginedReads(Connector next, ImaginedCloud cloud) {
        this.next = next;
        this.cloud = cloud;
    }

    ApiResponse read(ApiRequest request) {
        ResourcePath path = ResourcePath.of(request);
        if (cloud.isUntouched()) {
            return real(request, path);
        }
        if (path.isCollection()) {
            return list(request, path);
        }
        if (path.isAllOf(request)) {
            return item(request, path);
        }
        return cloud.isGone(path) ? LocalAnswers.notFound(path.id()) : next.send(request);
    }

    private ApiResponse real(ApiRequest request, ResourcePath path) {
        ApiResponse response = next.send(request);
        if (response.isSuccess() && path.isOf("devices") && path.isAllOf(request)) {
            response.document().data().forEach(seen::note);
        }
        return response;
    }

    private ApiResponse item(ApiRequest request, ResourcePath path) {
        if (cloud.isGone(path)) {
            return LocalAnswers.notFound(path.id());
        }
        if (ImaginedCloud.isPlaceholder(path.id())) {
            return LocalAnswers.resource(200, cloud.placeholder(path));
        }
        ApiResponse present = real(request, path);
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
            return LocalAnswers.list(missing(request, collection, filter), Json.object());
        }
        ApiResponse page = real(request, collection);
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
        List<ObjectNode> missing =
                isTheirPage(request, collection, following) ? missing(request, collection, filter) : List.of();
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

    private List<ObjectNode> missing(ApiRequest request, ResourcePath collection, ListFilter filter) {
        for (String newcomer : cloud.unknownNewcomers(collection, filter)) {
            meet(collection.with(newcomer), request.context());
        }
        List<ObjectNode> missing = cloud.missing(collection, filter);
        if (isNewestFirst(collection)) {
            Collections.reverse(missing);
        }
        return missing;
    }

    /** What is not there any more cannot be met. */
    private void meet(ResourcePath device, RequestContext context) {
        ObjectNode known = seen.get(device.id());
        if (known == null) {
            ApiRequest request = ApiRequest.of(
                            "GET",
                            "read device " + device.id(),
                            device.collection().get(0),
                            device.id())
                    .in(context);
            ApiResponse answer = real(request, device);
            boolean isThere = answer.isSuccess() && !answer.document().data().isEmpty();
            known = isThere ? (ObjectNode) answer.document().data().get(0).tree() : null;
        }
        if (known != null) {
            cloud.isReally(device, known);
        }
    }

    private static boolean isNewestFirst(ResourcePath collection) {
        return collection.isOf("deployments");
    }
}
