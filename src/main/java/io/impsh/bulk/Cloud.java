package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.api.Filter;
import io.impsh.api.PagedIterator;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import io.impsh.model.LogEntry;
import io.impsh.model.Webhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of the service that bulk changes need. Reads throw a {@link UserException} when the service gives no usable
 * answer; a write never throws but says in its {@link Answer} what became of it. Safe for use by many threads.
 */
interface Cloud {
    String ownAccount();

    /** As {@link Home} has it. */
    String endpoint();

    double requestsPerSecond();

    int concurrency();

    boolean isDryRun();

    /** What the service's clock shows now, or a little before. */
    Instant earliestTime();

    /** @param ahead how many pages may be fetched before they are asked for */
    PagedIterator<Device> devices(Filter filter, int ahead);

    /** Without their code. */
    PagedIterator<Build> builds(Filter filter, int ahead);

    PagedIterator<Webhook> webhooks(Filter filter, int ahead);

    List<DeviceGroup> groups(Filter filter);

    /** {@code null} if there is no such device. */
    Device device(String id);

    /** {@code null} if there is no such group. */
    DeviceGroup group(String id);

    /** {@code null} if there is no such build. */
    Build build(String id);

    /** A look at a device group, product, build or webhook. */
    Observation look(EntityRef ref);

    /** What a device has logged since then, the newest line first, as far as the service keeps it. */
    List<LogEntry> log(String deviceId, Instant since);

    Answer send(Batch batch);

    /** All that is left of a listing. */
    static <T> List<T> all(PagedIterator<T> rows) {
        List<T> all = new ArrayList<>();
        try (rows) {
            rows.forEachRemaining(all::add);
        }
        return all;
    }
}
