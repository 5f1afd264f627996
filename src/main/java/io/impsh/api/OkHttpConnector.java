package io.impsh.api;

import io.impsh.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The network's edge. Every repeat is made above, where it is known what may be repeated, so OkHttp's own are all off;
 * redirects are followed here and for GET alone.
 */
final class OkHttpConnector implements Connector, AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
    private static final String API_CONTENT = "application/vnd.api+json";
    private static final String LOGIN_CONTENT = "application/json";

    private final HttpUrl endpoint;
    private final WaitClock clock;
    private final Proxies proxies;
    private final OkHttpClient http;

    OkHttpConnector(ClientOptions options, int connections, WaitClock clock) {
        this.endpoint = HttpUrl.get(options.endpoint().toString());
        this.clock = clock;
        this.proxies = options.network().proxies();
        ProxyChoice choice = new ProxyChoice(proxies);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .connectTimeout(CONNECT_TIMEOUT)
                .readTimeout(READ_TIMEOUT)
                .writeTimeout(READ_TIMEOUT)
                .callTimeout(options.requestDeadline())
                .connectionPool(new ConnectionPool(connections, 5, TimeUnit.MINUTES))
                .proxySelector(choice)
                .proxyAuthenticator(choice)
                .addNetworkInterceptor(OkHttpConnector::withoutRetryAfter);
        this.http = trusting(builder, options.network().caFile()).build();
    }

    private static OkHttpClient.Builder trusting(OkHttpClient.Builder builder, Path caFile) {
        if (caFile == null) {
            return builder;
        }
        X509TrustManager trusted = TrustedAuthorities.with(caFile);
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trusted}, null);
            return builder.sslSocketFactory(context.getSocketFactory(), trusted);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JVM has TLS", missing);
        }
    }

    /** Reads log streams over the same connections. */
    LogStreamReader logStreams(Duration longestSilence) {
        return new LogStreamReader(http, endpoint, longestSilence);
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        HttpUrl url = url(request);
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        for (int redirects = 0; ; redirects++) {
            ApiResponse response = exchange(request, url, headers);
            HttpUrl target = request.isRead() && redirects < Redirects.MOST
                    ? Redirects.target(url, response.status(), response.header("location"))
                    : null;
            if (target == null) {
                return response;
            }
            if (!Redirects.isSameOrigin(url, target)) {
                headers.keySet().removeIf(Secrets::isSecretHeader);
            }
            url = target;
        }
    }

    private ApiResponse exchange(ApiRequest request, HttpUrl url, Map<String, String> headers) {
        request.cancellation().throwIfCancelled();
        SendWatch watch = new SendWatch(clock);
        Call call = http.newCall(httpRequest(request, url, headers));
        call.addEventListener(watch);
        Registration registration = request.cancellation().onCancel(call::cancel);
        try (Response response = call.execute()) {
            return new ApiResponse(
                    response.code(), headers(response), text(response), watch.sentAt(), watch.answeredAt());
        } catch (IOException failure) {
            if (request.cancellation().isCancelled() || Thread.currentThread().isInterrupted()) {
                throw new CancelledException(watch.begun());
            }
            throw new TransportException(failure, watch.begun(), watch.begun() ? null : proxies.to(url.uri()));
        } finally {
            registration.close();
        }
    }

    private HttpUrl url(ApiRequest request) {
        HttpUrl.Builder url = endpoint.newBuilder();
        request.path().forEach(url::addPathSegment);
        request.query().forEach(pair -> url.addQueryParameter(pair.getKey(), pair.getValue()));
        return url.build();
    }

    private static Request httpRequest(ApiRequest request, HttpUrl url, Map<String, String> headers) {
        String type = request.isLogin() ? LOGIN_CONTENT : API_CONTENT;
        Request.Builder http = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .header("Content-Type", type)
                .method(request.method(), body(request, type));
        headers.forEach((name, value) -> http.header(name, sendable(name, value)));
        return http.build();
    }

    /** OkHttp would refuse it, too, but with the value in its message: a key or a token. */
    private static String sendable(String name, String value) {
        if (value.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw new UserException(
                    "BAD_HEADER",
                    "the value for the header " + name + " has characters that cannot be sent",
                    "it may have been pasted with something around it");
        }
        return value;
    }

    private static RequestBody body(ApiRequest request, String type) {
        boolean bare =
                request.body() == null && (request.isRead() || request.method().equals("DELETE"));
        return bare ? null : new SingleUseBody(type, request.body());
    }

    /** The status of a refusal is enough; half the body of anything else is a lost answer. */
    private static String text(Response response) throws IOException {
        try {
            return response.body().string();
        } catch (IOException cut) {
            if (response.code() >= 400 && response.code() < 500) {
                return "";
            }
            throw cut;
        }
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new LinkedHashMap<>();
        response.headers().forEach(pair -> headers.put(pair.getFirst().toLowerCase(Locale.ROOT), pair.getSecond()));
        return headers;
    }

    /** {@code Retry-After: 0} would make OkHttp repeat a 503 by itself. */
    private static Response withoutRetryAfter(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request())
                .newBuilder()
                .removeHeader("Retry-After")
                .build();
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
    }
}
