package io.impsh.api;

/**
 * Sends a request and brings back its answer, whatever its status. The layers between a call and the network (dry run,
 * authorization, pacing and repeating, tracing, OkHttp) all have this shape and are stacked.
 *
 * <p>Thrown: {@link TransportException} by the network's edge, {@link io.impsh.UserException} by the layers above the
 * one that repeats.
 */
interface Connector {
    ApiResponse send(ApiRequest request);
}
