package io.impsh.api;

/**
 * A write that is about to be sent.
 *
 * @param endpoint where it goes: the base URL, or what else tells that service from others
 * @param account id of the account that is logged in, or {@code null} where the service does not tell
 * @param path from the collection on, decoded, such as {@code /devicegroups/…/restart}; secret ids are replaced
 * @param body the JSON text with secrets and code replaced, or {@code null} when the request has none
 */
public record SentWrite(String endpoint, String account, String method, String path, String body) {}
