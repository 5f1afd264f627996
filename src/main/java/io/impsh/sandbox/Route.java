package io.impsh.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One method on one path pattern, such as {@code /v5/products/{id}}.
 *
 * @param open whether it works without an access token
 */
record Route(String method, String pattern, boolean open, Handler handler, List<String> parts) {
    Route(String method, String pattern, boolean open, Handler handler) {
        this(method, pattern, open, handler, RequestTarget.parse(pattern).segments());
    }

    /** The variable parts of the path, or empty if the path is another one. */
    Optional<Map<String, String>> parameters(List<String> segments) {
        if (segments.size() != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            String segment = segments.get(i);
            if (part.startsWith("{") && !segment.isEmpty()) {
                parameters.put(part.substring(1, part.length() - 1), segment);
            } else if (!part.equals(segment)) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
