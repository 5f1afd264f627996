package io.impsh.sandbox;

/** Log streams: create, read, and choose their devices. Reading needs no token: the id is the secret. */
final class LogStreamHandler {
    private static final String PATH = "/v5/logstream";
    private static final String DEVICE = PATH + "/{id}/{device}";

    private final Store store;
    private final LogStreams streams;

    LogStreamHandler(Store store, LogStreams streams) {
        this.store = store;
        this.streams = streams;
    }

    void addTo(Router router) {
        router.add("POST", PATH, this::create)
                .addOpen("GET", PATH + "/{id}", this::open)
                .add("PUT", DEVICE, this::subscribe)
                .add("DELETE", DEVICE, this::unsubscribe);
    }

    private Reply create(Call call) {
        StreamFormat format = StreamFormat.of(call.request().target()).orElse(StreamFormat.TEXT);
        return Reply.found(call, streams.create(call.caller(), format));
    }

    private Reply open(Call call) {
        LogStream stream = streams.find(call.parameter("id")).orElseThrow(() -> unknown(call));
        StreamFormat format = StreamFormat.of(call.request().target()).orElse(stream.format());
        return Reply.streamed("text/event-stream", new StreamConnection(store, streams, stream, format));
    }

    private Reply subscribe(Call call) {
        LogStream stream = own(call);
        streams.subscribe(stream, DeviceHandler.device(call, store));
        return Reply.noContent();
    }

    private Reply unsubscribe(Call call) {
        LogStream stream = own(call);
        streams.unsubscribe(stream, DeviceHandler.device(call, store));
        return Reply.noContent();
    }

    private LogStream own(Call call) {
        return streams.find(call.parameter("id"))
                .filter(stream -> stream.account() == call.caller())
                .orElseThrow(() -> unknown(call));
    }

    private static ApiException unknown(Call call) {
        return ApiError.notFound("There is no log stream '" + call.parameter("id") + "'.")
                .exception();
    }
}
