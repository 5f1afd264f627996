package io.impsh.api;

/**
 * A write that a dry run kept back.
 *
 * @param path from the collection on, decoded, such as {@code /devicegroups/…/restart}; secret ids are replaced
 * @param body the JSON text with secrets replaced, or {@code null} when the request has none
 */
public record RecordedWrite(String method, String path, String body) {}
