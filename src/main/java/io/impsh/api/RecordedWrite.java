package io.impsh.api;

/**
 * A write that a dry run kept back.
 *
 * @param path from the collection on, decoded, such as {@code /devicegroups/…/restart}; secret ids are replaced
 * @param body the JSON text with secrets and code replaced, or {@code null} when the request has none
 * @param created the id under which the dry run goes on with what would have been made, or {@code null}
 */
public record RecordedWrite(String method, String path, String body, String created) {
    public RecordedWrite(String method, String path, String body) {
        this(method, path, body, null);
    }

    RecordedWrite creating(String id) {
        return new RecordedWrite(method, path, body, id);
    }
}
