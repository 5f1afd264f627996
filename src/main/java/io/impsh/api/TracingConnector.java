package io.impsh.api;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says one line for each request and one for each answer, without secrets. Bodies of good answers are not shown. */
final class TracingConnector implements Connector {
    private static final int LONGEST_BODY = 2000;

    private final Connector next;
    private final WaitClock clock;
    private final Consumer<String> lines;

    TracingConnector(Connector next, WaitClock clock, Consumer<String> lines) {
        this.next = next;
        this.clock = clock;
        this.lines = lines;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        String target = request.method() + " " + Secrets.path(request.path());
        lines.accept("> " + target + query(request) + headers(request) + body(request.body()));
        long startedAt = clock.nanoTime();
        try {
            ApiResponse response = next.send(request);
            lines.accept("< " + response.status() + " " + target + " " + millisSince(startedAt) + " ms, "
                    + response.body().length() + " characters"
                    + (response.isSuccess() ? "" : body(response.body())));
            return response;
        } catch (TransportException failure) {
            lines.accept("< no answer " + target + " " + millisSince(startedAt) + " ms: " + failure.getMessage());
            throw failure;
        }
    }

    private long millisSince(long startedAt) {
        return (clock.nanoTime() - startedAt) / 1_000_000;
    }

    private static String query(ApiRequest request) {
        return request.query().isEmpty() ? "" : "?" + request.queryText();
    }

    private static String headers(ApiRequest request) {
        Map<String, String> headers = request.headers();
        return headers.isEmpty()
                ? ""
                : headers.entrySet().stream().map(Secrets::header).collect(Collectors.joining(", ", " (", ")"));
    }

    private static String body(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String shown = Secrets.json(text);
        return " " + (shown.length() <= LONGEST_BODY ? shown : shown.substring(0, LONGEST_BODY) + "…");
    }
}
