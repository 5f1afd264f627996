package io.impsh.sandbox;

import io.impsh.sandbox.http.HttpHeaders;
import io.impsh.sandbox.http.HttpRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One request, read completely.
 *
 * @param base URL under which the caller addressed the service, with {@code /v5}
 * @param peer network address of the caller
 */
record Request(String method, RequestTarget target, HttpHeaders headers, byte[] body, String base, String peer) {

    static Request of(HttpRequest raw) {
        String host = raw.headers().first("Host");
        if (host == null || host.isBlank()) {
            host = "127.0.0.1:" + raw.port();
        }
        return new Request(
                raw.method(),
                RequestTarget.parse(raw.target()),
                raw.headers(),
                raw.body(),
                "http://" + host + "/v5",
                raw.peer());
    }

    /** Whether it goes to the sandbox itself and not to the service it plays. */
    boolean isSideDoor() {
        return target.segments().get(0).equals("sandbox");
    }

    /** A header's first value, or {@code null}. */
    String header(String name) {
        return headers.first(name);
    }

    /** The body as JSON; {@code null} in JSON when empty. */
    JsonNode json() {
        try {
            return Json.read(body.length == 0 ? new byte[] {'n', 'u', 'l', 'l'} : body);
        } catch (JacksonException e) {
            throw ApiError.malformed("The body is not valid JSON.").exception();
        }
    }
}
