package io.impsh.api;

import java.time.Duration;
import java.util.Map;

/** An answer of the service: its status, its headers by lower-case name, and its body, read on demand and once. */
final class ApiResponse {
    private final int status;
    private final Map<String, String> headers;
    private final String body;
    private final long sentAt;
    private final long answeredAt;
    private final int attempts;
    private final Duration tried;
    private Document document;

    /** @param sentAt and {@code answeredAt} are times by {@link WaitClock#nanoTime()} */
    ApiResponse(int status, Map<String, String> headers, String body, long sentAt, long answeredAt) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
        this.sentAt = sentAt;
        this.answeredAt = answeredAt;
        this.attempts = 1;
        this.tried = Duration.ZERO;
    }

    private ApiResponse(ApiResponse last, int attempts, Duration tried) {
        this.status = last.status;
        this.headers = last.headers;
        this.body = last.body;
        this.sentAt = last.sentAt;
        this.answeredAt = last.answeredAt;
        this.attempts = attempts;
        this.tried = tried;
        this.document = last.document;
    }

    /** One that was made up here: in a dry run nothing is sent. */
    static ApiResponse local(int status, String body) {
        return new ApiResponse(status, Map.of(), body, 0, 0);
    }

    ApiResponse after(int allAttempts, Duration allTime) {
        return new ApiResponse(this, allAttempts, allTime);
    }

    int status() {
        return status;
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isServerError() {
        return status >= 500;
    }

    /** The value, or {@code null}. */
    String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    String body() {
        return body;
    }

    /** When the request was written to the network. */
    long sentAt() {
        return sentAt;
    }

    /** When the answer began to come. */
    long answeredAt() {
        return answeredAt;
    }

    int attempts() {
        return attempts;
    }

    Duration tried() {
        return tried;
    }

    /** @throws MalformedAnswerException when the body is not a JSON object */
    Document document() {
        if (document == null) {
            document = Document.parse(body);
        }
        return document;
    }
}
