package io.impsh.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.impsh.sandbox.Fault.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;

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
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Request request = Request.read(exchange);
            if (request.isSideDoor()) {
                send(exchange, sideDoor.answer(request));
                return;
            }
            service.receive(request);
            Fault fault = faults.next();
            statistics.failed(fault.kind());
            pause(latency.plus(fault.delay()));
            answer(exchange, request, fault);
        }
    }

    private void answer(HttpExchange exchange, Request request, Fault fault) throws IOException {
        if (fault.kind() == Kind.TOO_MANY_REQUESTS) {
            send(exchange, service.tooManyRequests());
        } else if (fault.happens(Kind.INTERNAL_ERROR, false)) {
            send(exchange, service.internalError());
        } else if (!fault.happens(Kind.RESET, false)) {
            Reply reply = service.answer(request);
            switch (fault.kind()) {
                case INTERNAL_ERROR -> send(exchange, service.internalError());
                case TRUNCATE -> cut(exchange, reply);
                case RESET -> {
                    // Nothing is sent; closing the exchange closes the connection.
                }
                default -> send(exchange, reply);
            }
        }
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        addHeaders(exchange, reply);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (reply.stream() != null && !head) {
            exchange.sendResponseHeaders(reply.status(), 0);
            reply.stream().writeTo(exchange.getResponseBody());
            return;
        }
        if (reply.body() == null || head) {
            exchange.sendResponseHeaders(reply.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(reply.status(), reply.body().length);
        exchange.getResponseBody().write(reply.body());
    }

    /** Half of the body, then the end of the connection; an answer without a body is lost as a whole. */
    private static void cut(HttpExchange exchange, Reply reply) throws IOException {
        if (reply.body() == null) {
            return;
        }
        addHeaders(exchange, reply);
        exchange.sendResponseHeaders(reply.status(), reply.body().length);
        OutputStream out = exchange.getResponseBody();
        out.write(reply.body(), 0, reply.body().length / 2);
        out.flush();
    }

    private static void addHeaders(HttpExchange exchange, Reply reply) {
        exchange.getResponseHeaders().set("Content-Language", "en");
        reply.headers().forEach(exchange.getResponseHeaders()::set);
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
