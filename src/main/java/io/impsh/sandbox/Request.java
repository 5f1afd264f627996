package io.impsh.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One request, read completely.
 *
 * @param base URL under which the caller addressed the service, with {@code /v5}
 * @param peer network address of the caller
 */
record Request(String method, RequestTarget target, Headers headers, byte[] body, String base, String peer) {

    static Request read(HttpExchange exchange) throws IOException {
        // Always to the end: clients send 'null' with a GET, and what is left over would spoil the next request.
        byte[] body = exchange.getRequestBody().readAllBytes();
        Headers headers = exchange.getRequestHeaders();
        String host = headers.getFirst("Host");
        if (host == null || host.isBlank()) {
            host = "127.0.0.1:" + exchange.getLocalAddress().getPort();
        }
        return new Request(
                exchange.getRequestMethod(),
                // Not getRawPath(): '//v5//x' would lose its first segment to a supposed host.
                RequestTarget.parse(exchange.getRequestURI().toString()),
                headers,
                body,
                "http://" + host + "/v5",
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    /** Whether it goes to the sandbox itself and not to the service it plays. */
    boolean isSideDoor() {
        return target.segments().get(0).equals("sandbox");
    }

    /** A header's first value, or {@code null}. */
    String header(String name) {
        return headers.getFirst(name);
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
