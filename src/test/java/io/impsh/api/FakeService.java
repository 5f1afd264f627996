package io.impsh.api;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A network's edge that answers from a list, or by a function, and notes what came. */
final class FakeService implements Connector {
    static final String DEVICE =
            "{\"data\":{\"type\":\"device\",\"id\":\"23a1b2c3d4e5f607\",\"attributes\":{\"name\":\"Kitchen\"},"
                    + "\"relationships\":{}}}";

    final ManualClock clock = new ManualClock();
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Function<ApiRequest, ApiResponse>> answers = new ArrayDeque<>();
    private Function<ApiRequest, ApiResponse> otherwise = request -> {
        throw new IllegalStateException("no answer is left for " + request);
    };

    FakeService answer(int status, String body) {
        return then(request -> response(status, Map.of(), body));
    }

    FakeService answer(int status, Map<String, String> headers, String body) {
        return then(request -> response(status, headers, body));
    }

    FakeService breakAfterSending() {
        return then(request -> {
            throw new TransportException(new IOException("unexpected end of stream"), true);
        });
    }

    FakeService refuseConnection() {
        return then(request -> {
            throw new TransportException(new ConnectException("Connection refused"), false);
        });
    }

    FakeService then(Function<ApiRequest, ApiResponse> answer) {
        answers.add(answer);
        return this;
    }

    FakeService always(Function<ApiRequest, ApiResponse> answer) {
        otherwise = answer;
        return this;
    }

    ApiResponse response(int status, Map<String, String> headers, String body) {
        return new ApiResponse(status, headers, body, clock.nanoTime(), clock.nanoTime());
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        String query = request.query().isEmpty() ? "" : "?" + request.queryText();
        requests.add(request.method() + " " + request.pathText() + query);
        Function<ApiRequest, ApiResponse> answer;
        synchronized (answers) {
            answer = answers.isEmpty() ? otherwise : answers.remove();
        }
        return answer.apply(request);
    }

    /** A client that is logged in. */
    ImpClient client() {
        return client(CredentialSource.of(new Credentials.Token(new AccessToken("T", null, null))));
    }

    ImpClient client(CredentialSource credentials) {
        return client(ClientOptions.of(Endpoint.AWS, credentials));
    }

    ImpClient client(ClientOptions options) {
        return ImpClient.connect(options, clock, this);
    }

    static ClientOptions options() {
        return ClientOptions.of(
                        Endpoint.AWS, CredentialSource.of(new Credentials.Token(new AccessToken("T", null, null))))
                .withRequestDeadline(Duration.ofSeconds(30));
    }
}
