package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the route of a request. A path that is none of ours is a 404, a wrong method on one of ours a 405. */
final class Router {
    private final List<Route> routes = new ArrayList<>();

    /** @param parameters variable parts of the path by name */
    record Match(Route route, Map<String, String> parameters) {}

    Router add(String method, String pattern, Handler handler) {
        routes.add(new Route(method, pattern, false, handler));
        return this;
    }

    /** A route that needs no access token. */
    Router addOpen(String method, String pattern, Handler handler) {
        routes.add(new Route(method, pattern, true, handler));
        return this;
    }

    /** Path pattern of a request without the version, or {@code (unknown)}: what requests are counted by. */
    String pattern(Request request) {
        return routes.stream()
                .filter(route -> route.parameters(request.target().segments()).isPresent())
                .findFirst()
                .map(route -> route.pattern().replaceFirst("^/v5", ""))
                .orElse("(unknown)");
    }

    Match match(Request request) {
        List<String> segments = request.target().segments();
        TreeSet<String> methods = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> parameters = route.parameters(segments);
            if (parameters.isPresent()) {
                if (route.method().equals(request.method())) {
                    return new Match(route, parameters.get());
                }
                methods.add(route.method());
            }
        }
        if (methods.isEmpty()) {
            throw new ApiError(404, "NF002", "Not Found", "There is nothing at this path.").exception();
        }
        throw new ApiError(
                        405,
                        "VX405",
                        "Method Not Allowed",
                        request.method() + " is not possible here; " + String.join(", ", methods) + " is.")
                .exception();
    }
}
