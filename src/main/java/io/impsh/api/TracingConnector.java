package io.impsh.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells each request and each answer, with their bodies, without secrets. What the name index reads behind the prompt is
 * left out while all goes well: those are hundreds of requests that nobody has asked for.
 */
final class TracingConnector implements Connector {
    private static final int LONGEST_BODY = 2000;
    /** Shorter ones are those of a busy machine. */
    private static final Duration NOTABLE_WAIT = Duration.ofMillis(25);

    private final Connector next;
    private final WaitClock clock;
    private final Trace trace;

    TracingConnector(Connector next, WaitClock clock, Trace trace) {
        this.next = next;
        this.clock = clock;
        this.trace = trace;
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        return trace.isOn() ? told(request) : next.send(request);
    }

    private ApiResponse told(ApiRequest request) {
        Redaction redaction = Redaction.of(request);
        String target = request.method() + " " + Secrets.path(request.path());
        boolean isQuiet = request.context().priority() == Priority.INDEX;
        if (!isQuiet) {
            tell("> " + target + query(request) + headers(request), request.body(), redaction);
        }
        long startedAt = clock.nanoTime();
        try {
            ApiResponse response = next.send(request);
            if (!isQuiet || !response.isSuccess()) {
                tell(
                        "< " + response.status() + " " + target + " " + facts(request, response, startedAt),
                        response.body(),
                        redaction);
            }
            return response;
        } catch (TransportException failure) {
            tell(
                    "< no answer " + target + " " + millisSince(startedAt) + " ms: " + failure.getMessage(),
                    null,
                    redaction);
            throw failure;
        }
    }

    private void tell(String line, String body, Redaction redaction) {
        String shown = body == null || body.isEmpty() ? "" : "\n  " + bounded(redaction.clean(Secrets.json(body)));
        trace.tell(redaction.clean(line) + shown);
    }

    private String facts(ApiRequest request, ApiResponse response, long startedAt) {
        List<String> facts = new ArrayList<>();
        facts.add(millisSince(startedAt) + " ms");
        Duration waited = request.context().waited();
        if (waited.compareTo(NOTABLE_WAIT) >= 0) {
            facts.add("after " + waited.toMillis() + " ms for the rate limit");
        }
        if (response.header("x-ratelimit-remaining") != null) {
            facts.add(response.header("x-ratelimit-remaining") + " of " + response.header("x-ratelimit-limit")
                    + " requests left");
        }
        String id = ErrorReader.requestId(response);
        if (id != null) {
            facts.add("request " + id);
        }
        if (request.context().priority() == Priority.INDEX) {
            facts.add("for the names of Tab");
        }
        facts.add(response.body().length() + " characters");
        return String.join(", ", facts);
    }

    private long millisSince(long startedAt) {
        return (clock.nanoTime() - startedAt) / 1_000_000;
    }

    private static String query(ApiRequest request) {
        return request.query().isEmpty()
                ? ""
                : request.query().stream()
                        .map(pair -> pair.getKey() + "="
                                + (Secrets.isSecretMember(pair.getKey()) ? Secrets.HIDDEN : pair.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String headers(ApiRequest request) {
        Map<String, String> headers = request.headers();
        return headers.isEmpty()
                ? ""
                : headers.entrySet().stream().map(Secrets::header).collect(Collectors.joining(", ", " (", ")"));
    }

    private static String bounded(String text) {
        return text.length() <= LONGEST_BODY ? text : text.substring(0, LONGEST_BODY) + "…";
    }
}
