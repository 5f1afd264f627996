package io.impsh.sandbox;

import io.impsh.sandbox.Fault.Kind;
import io.impsh.sandbox.http.HttpAnswer;
import io.impsh.sandbox.http.HttpHandler;
import io.impsh.sandbox.http.HttpProblem;
import io.impsh.sandbox.http.HttpRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Brings requests from the HTTP server to the service and answers back, or loses them on the way as faults demand. */
final class Transport implements HttpHandler {
    private final Service service;
    private final SideDoor sideDoor;
    private final Statistics statistics;
    private final Duration latency;
    private volatile Faults faults;

    Transport(Service service, SideDoor sideDoor, Statistics statistics, Duration latency, Faults faults) {
        this.service = service;
        this.sideDoor = sideDoor;
        this.statistics = statistics;
        this.latency = latency;
        this.faults = faults;
    }

    void setFaults(Faults changed) {
        faults = changed;
    }

    @Override
    public void handle(HttpRequest raw, HttpAnswer answer) throws IOException {
        Request request = Request.of(raw);
        if (request.isSideDoor()) {
            send(sideDoor.answer(request), answer);
            return;
        }
        service.receive(request);
        Fault fault = faults.next();
        if (fault.kind() != Kind.NONE) {
            statistics.failed(fault.kind().word());
        }
        pause(latency.plus(fault.delay()));
        answer(request, fault, answer);
    }

    @Override
    public void refuse(HttpProblem problem, HttpAnswer answer) throws IOException {
        send(service.unreadable(problem.status(), problem.getMessage()), answer);
    }

    private void answer(Request request, Fault fault, HttpAnswer answer) throws IOException {
        if (fault.kind() == Kind.TOO_MANY_REQUESTS) {
            send(service.tooManyRequests(), answer);
        } else if (fault.happens(Kind.INTERNAL_ERROR, false)) {
            send(service.internalError(), answer);
        } else if (fault.happens(Kind.RESET, false)) {
            answer.reset();
        } else {
            Reply reply = service.answer(request);
            switch (fault.kind()) {
                case INTERNAL_ERROR -> send(service.internalError(), answer);
                case TRUNCATE -> cut(reply, answer);
                case RESET -> answer.reset();
                default -> send(reply, answer);
            }
        }
    }

    private static void send(Reply reply, HttpAnswer answer) throws IOException {
        if (reply.stream() != null) {
            answer.stream(reply.status(), headers(reply), reply.stream()::writeTo);
        } else {
            answer.send(reply.status(), headers(reply), reply.body());
        }
    }

    /** An answer without a body, or without an end, is lost as a whole. */
    private static void cut(Reply reply, HttpAnswer answer) throws IOException {
        if (reply.body() == null) {
            answer.reset();
        } else {
            answer.truncate(reply.status(), headers(reply), reply.body());
        }
    }

    /** What the service says with every answer, and this one's own. */
    private static Map<String, String> headers(Reply reply) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Language", "en");
        headers.put("Accept", "application/vnd.api+json");
        headers.putAll(reply.headers());
        return headers;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            // The sandbox is being closed: answer at once.
            Thread.currentThread().interrupt();
        }
    }
}
