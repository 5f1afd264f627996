/**
 * The embedded impCentral: an HTTP server, its store, simulated devices and faults.
 *
 * <p>Main types: {@code Sandbox}, {@code SandboxOptions}.
 *
 * <p>May import: nothing of ours, so that it can contradict the client. Third party kept inside: the JDK's HTTP server, Jackson trees. Requests and answers are those of the service, taken from its reference, not from our client.
 */
package io.impsh.sandbox;
