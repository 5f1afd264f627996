package io.impsh.api;

import java.util.List;
import java.util.Map;

/** The requests around a log stream; the stream itself is read by {@link LogStreamReader}. */
final class LogStreamCalls {
    static final String COLLECTION = "logstream";

    private final Session session;

    LogStreamCalls(Session session) {
        this.session = session;
    }

    /** Makes a stream and tells its id, which is all that somebody needs to read it. */
    String create(Cancellation cancellation) {
        ApiRequest request =
                ApiRequest.of("POST", "open a log stream", COLLECTION).withQuery(List.of(Map.entry("format", "json")));
        String id = calls(cancellation).one(request, Resource::id);
        if (id == null) {
            throw new UnreachableException(
                    "cannot open a log stream: the answer has no id", "is the endpoint an impCentral API?", null);
        }
        return id;
    }

    void subscribe(String stream, String deviceId, Cancellation cancellation) {
        calls(cancellation).done(device("PUT", "stream the log of device ", stream, deviceId));
    }

    void unsubscribe(String stream, String deviceId, Cancellation cancellation) {
        calls(cancellation).done(device("DELETE", "stop the log stream of device ", stream, deviceId));
    }

    private Calls calls(Cancellation cancellation) {
        return new Calls(session, new RequestContext(Priority.LOGS, cancellation));
    }

    private static ApiRequest device(String method, String verb, String stream, String deviceId) {
        return ApiRequest.of(
                method, verb + deviceId, COLLECTION, Calls.id("log stream", stream), Calls.id("device", deviceId));
    }
}
