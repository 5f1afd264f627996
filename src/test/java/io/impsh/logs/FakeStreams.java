package io.impsh.logs;

import io.impsh.api.AccessToken;
import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.ImpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.BufferedSink;

/** A service that has log streams and nothing else, and does with them whatever a test wants. */
final class FakeStreams implements AutoCloseable {
    private static final String CUT = "cut";
    private static final String KEEP_ALIVE = ": keep-alive\n\n";

    /** What was asked, such as {@code PUT s1 d1}. */
    final List<String> calls = new CopyOnWriteArrayList<>();

    /** Devices that it does not know. */
    final Set<String> unknown = new LinkedHashSet<>();

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Stream> streams = new LinkedHashMap<>();
    private final Map<String, Deque<Integer>> refusals = new HashMap<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final Set<String> hanging = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<ImpClient> clients = new ArrayList<>();
    private final int devicesPerStream;
    private final int mostStreams;
    private volatile Duration keepAlive = Duration.ofSeconds(30);
    private volatile boolean mute;
    private volatile boolean forgetful;
    private volatile String contentType = "text/event-stream";

    private static final class Stream {
        private final String id;
        private final Set<String> devices = new LinkedHashSet<>();
        private BlockingQueue<String> reader = new LinkedBlockingQueue<>();

        Stream(String id) {
            this.id = id;
        }

        void say(String event, String data) {
            reader.add("event: " + event + "\ndata: " + data + "\n\n");
        }

        void state(String state, String device) {
            say("state_change", "{\"state\":\"" + state + "\",\"device_id\":\"" + device + "\"}");
        }
    }

    FakeStreams(int devicesPerStream, int mostStreams) throws IOException {
        this.devicesPerStream = devicesPerStream;
        this.mostStreams = mostStreams;
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (hanging.contains(request.getMethod())) {
                    calls.add(request.getMethod());
                    closing.await();
                }
                return answer(request.getMethod(), request.getUrl().pathSegments());
            }
        });
        server.start();
    }

    ImpClient client(Duration longestSilence) {
        CredentialSource credentials = CredentialSource.of(new Credentials.Token(new AccessToken("T", null, null)));
        URI endpoint = URI.create(server.url("/v5").toString());
        ImpClient client =
                ImpClient.connect(ClientOptions.of(endpoint, credentials).withLongestSilence(longestSilence));
        clients.add(client);
        return client;
    }

    /** The next requests of that method are answered with these statuses. */
    synchronized void refuse(String method, int... statuses) {
        Deque<Integer> queue = refusals.computeIfAbsent(method, none -> new ArrayDeque<>());
        for (int status : statuses) {
            queue.add(status);
        }
    }

    /** Requests of that method are not answered any more. */
    void hang(String method) {
        hanging.add(method);
    }

    /** Whether it says which devices are subscribed. */
    void mute(boolean on) {
        mute = on;
    }

    /** Whether a stream is forgotten as soon as its link is lost. */
    void forgetful(boolean on) {
        forgetful = on;
    }

    void keepAlive(Duration interval) {
        keepAlive = interval;
    }

    void contentType(String type) {
        contentType = type;
    }

    synchronized void message(String device, String text) {
        streams.values().stream()
                .filter(stream -> stream.devices.contains(device))
                .forEach(stream -> stream.say(
                        "message",
                        "{\"device_id\":\"" + device
                                + "\",\"ts\":\"2024-03-05T09:30:01.250Z\",\"log_type\":\"development\","
                                + "\"type\":\"server.log\",\"msg\":\"" + text + "\"}"));
    }

    /** Something on each stream that may be no event at all. */
    synchronized void raw(String text) {
        streams.values().forEach(stream -> stream.reader.add(text));
    }

    synchronized void cut() {
        List.copyOf(streams.values()).forEach(stream -> stream.reader.add(CUT));
        if (forgetful) {
            streams.clear();
        }
    }

    /** As when somebody else opens one. */
    synchronized void closeOldest() {
        Stream oldest = streams.remove(streams.keySet().iterator().next());
        oldest.say("state_change", "{\"state\":\"closed\"}");
        oldest.reader.add(CUT);
    }

    synchronized void drop(String device) {
        streams.values().stream()
                .filter(stream -> stream.devices.remove(device))
                .forEach(stream -> stream.state("unsubscribed", device));
    }

    /** On all streams. */
    synchronized List<String> devices() {
        return streams.values().stream()
                .flatMap(stream -> stream.devices.stream())
                .toList();
    }

    long count(String call) {
        return calls.stream().filter(made -> made.startsWith(call)).count();
    }

    private synchronized MockResponse answer(String method, List<String> path) {
        calls.add(method + " " + String.join(" ", path.subList(2, path.size())));
        Integer refusal = refusals.getOrDefault(method, new ArrayDeque<>()).poll();
        if (refusal != null) {
            return status(refusal);
        }
        if (path.get(1).equals("devices")) {
            return unknown.contains(path.get(2)) ? status(404) : device(path.get(2));
        }
        if (method.equals("POST")) {
            return created();
        }
        Stream stream = streams.get(path.get(2));
        if (stream == null || path.size() > 3 && unknown.contains(path.get(3))) {
            return status(404);
        }
        return switch (method) {
            case "GET" -> read(stream);
            case "PUT" -> subscribe(stream, path.get(3));
            default -> unsubscribe(stream, path.get(3));
        };
    }

    private static MockResponse status(int status) {
        return new MockResponse.Builder()
                .code(status)
                .body(status == 204 ? "" : "{}")
                .build();
    }

    private static MockResponse device(String id) {
        return new MockResponse.Builder()
                .body("{\"data\":{\"type\":\"device\",\"id\":\"" + id + "\",\"attributes\":{}}}")
                .build();
    }

    private MockResponse created() {
        while (streams.size() >= mostStreams) {
            closeOldest();
        }
        Stream stream = new Stream("s" + numbers.incrementAndGet());
        streams.put(stream.id, stream);
        return new MockResponse.Builder()
                .body("{\"data\":{\"type\":\"logstream\",\"id\":\"" + stream.id + "\",\"attributes\":{}}}")
                .build();
    }

    private MockResponse subscribe(Stream stream, String device) {
        stream.devices.remove(device);
        if (stream.devices.size() == devicesPerStream) {
            String oldest = stream.devices.iterator().next();
            stream.devices.remove(oldest);
            stream.state("unsubscribed", oldest);
        }
        stream.devices.add(device);
        if (!mute) {
            stream.state("subscribed", device);
        }
        return status(204);
    }

    private MockResponse unsubscribe(Stream stream, String device) {
        if (stream.devices.remove(device)) {
            stream.state("unsubscribed", device);
        }
        return status(204);
    }

    private MockResponse read(Stream stream) {
        BlockingQueue<String> queue = new LinkedBlockingQueue<>();
        stream.reader.add(CUT);
        stream.reader = queue;
        stream.say("state_change", "{\"state\":\"opened\"}");
        return new MockResponse.Builder()
                .setHeader("Content-Type", contentType)
                .body(new MockResponseBody() {
                    @Override
                    public long getContentLength() {
                        return -1;
                    }

                    @Override
                    public void writeTo(BufferedSink sink) throws IOException {
                        send(queue, sink);
                    }
                })
                .onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE)
                .build();
    }

    private void send(BlockingQueue<String> queue, BufferedSink sink) throws IOException {
        try {
            while (true) {
                String text = queue.poll(keepAlive.toMillis(), TimeUnit.MILLISECONDS);
                if (CUT.equals(text)) {
                    return;
                }
                sink.writeUtf8(text == null ? KEEP_ALIVE : text).flush();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        clients.forEach(ImpClient::close);
        cut();
        server.close();
    }
}
