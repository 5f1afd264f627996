/**
 * The embedded impCentral: an HTTP server, its store, simulated devices and faults.
 *
 * <p>Main types: {@link io.impsh.sandbox.Sandbox}, {@link io.impsh.sandbox.SandboxOptions}, {@link
 * io.impsh.sandbox.Recount}. Inside, a request goes {@code http} (sockets) → {@code Transport} (faults) → {@code Service} (route, token,
 * rate limit) → one handler per resource → {@code Store}.
 *
 * <p>May import: nothing of ours, so that it can contradict the client. Third party kept inside: Jackson
 * trees. Requests and answers are those of the service, taken from its reference, not from our client.
 */
package io.impsh.sandbox;
