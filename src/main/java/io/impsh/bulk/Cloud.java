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

    /** @param ahead how many pages may be fetched before they are asked for */
    PagedIterator<Device> devices(Filter filter, int ahead);

    List<DeviceGroup> groups(Filter filter);

    /** {@code null} if there is no such device. */
    Device device(String id);

    /** Without their code. */
    List<Build> builds(Filter filter);

    List<Webhook> webhooks(Filter filter);

    /** A look at a device group, product or build. */
    Observation look(EntityRef ref);

    /** The service's clock shows at least this. */
    Instant earliestNow();

    /** What a device has logged since then, the newest line first, as far as the service keeps it. */
    List<LogEntry> log(String deviceId, Instant since);

    Answer send(Batch batch);
}
