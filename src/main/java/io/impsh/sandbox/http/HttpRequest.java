package io.impsh.sandbox.http;

/**
 * One request, read completely.
 *
 * @param target everything between the method and the version as it was sent, each byte as one character
 * @param peer network address of the caller
 * @param port where the caller found the server
 */
public record HttpRequest(String method, String target, HttpHeaders headers, byte[] body, String peer, int port) {}
