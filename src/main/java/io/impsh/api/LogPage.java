package io.impsh.api;

import io.impsh.model.LogEntry;
import java.util.List;

/**
 * A page of a device's stored log, as it was when the service answered.
 *
 * @param entries newest first
 * @param last whether there is none older than these
 */
public record LogPage(List<LogEntry> entries, boolean last) {
    public LogPage {
        entries = List.copyOf(entries);
    }
}
