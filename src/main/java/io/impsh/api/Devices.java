package io.impsh.api;

import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import io.impsh.model.HistoryEntry;
import io.impsh.model.LogEntry;
import java.util.Collections;
import java.util.Map;

/**
 * The devices that the account may see, assigned or not. In place of a device id the service takes a MAC address or,
 * while the device has one, an agent id. There is no call that adds a device.
 */
public final class Devices {
    private static final String COLLECTION = "devices";

    private final Calls calls;

    Devices(Calls calls) {
        this.calls = calls;
    }

    /**
     * @param filter knows {@code owner.id}, {@code product.id}, {@code devicegroup.id}, {@code devicegroup.owner.id}
     *     ({@code null} as a text: unassigned devices), {@code devicegroup.type}
     */
    public PagedIterable<Device> list(Filter filter) {
        return calls.list(ApiRequest.of("GET", "list devices", COLLECTION), filter, EntityReader::device);
    }

    /** @throws NotFoundException when no visible device has that id, MAC address or agent id */
    public Device get(String idMacOrAgentId) {
        return calls.one(read(idMacOrAgentId), EntityReader::device);
    }

    /** @param name need not be unique; {@code null} clears it */
    public Device rename(String id, String name) {
        Map<String, Object> attributes = Collections.singletonMap("name", name);
        ApiRequest request = item("PATCH", "rename device ", id)
                .withBody(RequestBodies.update(new EntityRef(Device.TYPE, id), attributes, Map.of()));
        return calls.changed(request, read(id), EntityReader::device);
    }

    /** Takes the device out of the account; refused while it is assigned. */
    public void delete(String id) {
        calls.done(item("DELETE", "delete device ", id));
    }

    /**
     * Reboots the device now; never sent twice. Refused for an unassigned device.
     *
     * @param conditional a device that runs the minimum supported deployment or a newer one is asked politely
     */
    public void restart(String id, boolean conditional) {
        ApiRequest request = ApiRequest.of(
                "POST",
                "restart device " + id,
                COLLECTION,
                Calls.id("device", id),
                conditional ? "conditional_restart" : "restart");
        calls.done(request.harmfulTwice());
    }

    /**
     * The stored log of a device, newest line first; lines of the same time stamp keep the reverse of their order. Only
     * the latest lines are kept, and none of devices in (pre-)production groups. Pages are fetched as they are needed.
     *
     * @param pageSize 1 to 100 lines a request
     */
    public PagedIterable<LogEntry> logs(String id, int pageSize) {
        ApiRequest request =
                ApiRequest.of("GET", "read the log of device " + id, COLLECTION, Calls.id("device", id), "logs");
        return calls.records(request, pageSize, entry -> LogReader.entry(entry.tree(), id));
    }

    /**
     * One page of the stored log of a device, as {@link #logs} orders it. New lines shift the pages.
     *
     * @param number 1 is the page of the newest lines
     * @param size 1 to 100 lines
     */
    public LogPage logPage(String id, int number, int size) {
        ApiRequest request =
                ApiRequest.of("GET", "read the log of device " + id, COLLECTION, Calls.id("device", id), "logs");
        Page<LogEntry> page = calls.page(request, number, size, entry -> LogReader.entry(entry.tree(), id));
        return new LogPage(page.items(), page.isLast());
    }

    /** What was done to a device, newest first. */
    public PagedIterable<HistoryEntry> history(String id, int pageSize) {
        ApiRequest request =
                ApiRequest.of("GET", "read the history of device " + id, COLLECTION, Calls.id("device", id), "history");
        return calls.records(request, pageSize, entry -> LogReader.history(entry, id));
    }

    private static ApiRequest read(String id) {
        return item("GET", "read device ", id);
    }

    private static ApiRequest item(String method, String verb, String id) {
        return ApiRequest.of(method, verb + id, COLLECTION, Calls.id("device", id));
    }
}
