/**
 * The sandbox's HTTP server: sockets, requests as bytes, answers as bytes.
 *
 * <p>Main types: {@link io.impsh.sandbox.http.HttpServer}, {@link io.impsh.sandbox.http.HttpHandler}, {@link
 * io.impsh.sandbox.http.HttpAnswer}. A server of our own, because the ready ones answer by themselves, and not in JSON,
 * what is no legal URI, which impCentral's clients do send; and because faults have to reach the socket.
 *
 * <p>HTTP/1.1 and 1.0 on loopback with one thread per connection; no TLS. May import: the JDK alone.
 */
package io.impsh.sandbox.http;
