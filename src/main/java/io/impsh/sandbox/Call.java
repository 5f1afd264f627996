package io.impsh.sandbox;

import java.util.Map;

/**
 * A request that has found its route.
 *
 * @param caller whose token it carries; {@code null} on routes that need none
 * @param parameters variable parts of the path by name
 * @param strict whether unknown keys and missing fields are refused
 */
record Call(Request request, Account caller, Map<String, String> parameters, boolean strict) {
    String parameter(String name) {
        return parameters.get(name);
    }

    String filter(String name) {
        return request.target().filter(name);
    }

    /** Whether a filter is absent or names this value. */
    boolean accepts(String filter, String value) {
        String wanted = filter(filter);
        return wanted == null || wanted.equals(value);
    }
}
