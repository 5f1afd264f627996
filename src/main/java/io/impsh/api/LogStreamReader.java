package io.impsh.api;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.BiConsumer;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;

/**
 * The network's edge for log streams: one answer that goes on for as long as it lives, read event by event on the
 * caller's thread. It has no time limit as a whole; a silence that is longer than some keep-alives is a dead link.
 */
final class LogStreamReader {
    /**
     * Why a stream ended.
     *
     * @param busyFor how long the service has no time for it; {@code null} when it does not say that
     */
    record End(Kind kind, String reason, Duration busyFor) {
        enum Kind {
            /** The service does not know the stream, or no longer. */
            GONE,
            /** The link broke. */
            BROKEN
        }

        boolean isGone() {
            return kind == Kind.GONE;
        }
    }

    private static final int TOO_MANY_REQUESTS = 429;

    private final OkHttpClient http;
    private final HttpUrl endpoint;
    private final Duration silence;

    /** @param requests whose connections and settings are used; streams count for themselves in all limits */
    LogStreamReader(OkHttpClient requests, HttpUrl endpoint, Duration silence) {
        this.http = requests.newBuilder()
                .callTimeout(Duration.ZERO)
                .readTimeout(silence)
                .build();
        this.endpoint = endpoint;
        this.silence = silence;
    }

    /**
     * Reads until the stream ends or the cancellation is raised. The access token is not sent: the id is enough.
     *
     * @param events gets the name and the data of each event; what it throws is thrown here
     */
    End read(String stream, Cancellation cancellation, BiConsumer<String, String> events) {
        Call call = http.newCall(request(stream));
        Registration registration = cancellation.onCancel(call::cancel);
        try (Response response = call.execute()) {
            if (isRefusal(response.code())) {
                return gone("the service no longer knows the stream (" + response.code() + ")");
            }
            if (response.code() == TOO_MANY_REQUESTS) {
                return busy(RateHeaders.reset(response.header("x-ratelimit-reset")));
            }
            if (response.code() != 200) {
                return broken("the service answered " + response.code());
            }
            return process(response, events);
        } catch (IOException failure) {
            return broken(reason(failure));
        } finally {
            registration.close();
        }
    }

    /** Of the stream, not of the moment. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && status != 408 && status != TOO_MANY_REQUESTS;
    }

    private Request request(String stream) {
        HttpUrl url = endpoint.newBuilder()
                .addPathSegment(LogStreamCalls.COLLECTION)
                .addPathSegment(stream)
                .addQueryParameter("format", "json")
                .build();
        return new Request.Builder()
                .url(url)
                .header("Accept", "text/event-stream")
                .build();
    }

    private End process(Response response, BiConsumer<String, String> events) {
        Listening listening = new Listening(events);
        EventSources.processResponse(response, listening);
        if (listening.thrown != null) {
            throw listening.thrown;
        }
        return listening.failure == null ? broken("the service ended the answer") : broken(reason(listening.failure));
    }

    private String reason(Throwable failure) {
        if (failure instanceof SocketTimeoutException) {
            return "nothing came for " + silence.toSeconds() + " s";
        }
        if (failure instanceof IllegalArgumentException) {
            // OkHttp's reader stumbles when an answer ends without a line feed.
            return "the service ended the answer in the middle of an event";
        }
        if (failure instanceof IllegalStateException) {
            return "the service answered with something that is no event stream";
        }
        return Failures.reason(null, new TransportException((IOException) wrapped(failure), true));
    }

    private static Throwable wrapped(Throwable failure) {
        return failure instanceof IOException ? failure : new IOException(failure);
    }

    private static End gone(String reason) {
        return new End(End.Kind.GONE, reason, null);
    }

    private static End broken(String reason) {
        return new End(End.Kind.BROKEN, reason, null);
    }

    private static End busy(Duration time) {
        return new End(End.Kind.BROKEN, "the service answered " + TOO_MANY_REQUESTS, time);
    }

    /** Passes events on. What the receiver throws must not be taken for a failure of the link. */
    private static final class Listening extends EventSourceListener {
        private final BiConsumer<String, String> events;
        private RuntimeException thrown;
        private Throwable failure;

        Listening(BiConsumer<String, String> events) {
            this.events = events;
        }

        @Override
        public void onEvent(EventSource source, String id, String type, String data) {
            try {
                events.accept(type == null ? "message" : type, data);
            } catch (RuntimeException receivers) {
                thrown = receivers;
                throw receivers;
            }
        }

        @Override
        public void onFailure(EventSource source, Throwable problem, Response response) {
            failure = problem;
        }
    }
}
