package io.impsh.script;

import io.impsh.api.PagedIterator;
import io.impsh.model.Account;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import io.impsh.model.HistoryEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was done to a device, as scripts see it. */
final class HistoryTypes {
    static final List<String> COLUMNS = List.of("time", "event", "group", "owner", "actor");

    static final Argument OPTIONS =
            Argument.options("options", Argument.optional("limit", "number", "at most so many, the newest; 20"));

    private static final int LARGEST_PAGE = 100;

    private HistoryTypes() {}

    static HostType<HistoryEntry> entry() {
        return new HostType<HistoryEntry>("HistoryEntry", "Something that was done to a device.")
                .property("time", "Date", "When it was done", (entry, host) -> entry.time())
                .property(
                        "event",
                        "string",
                        "What was done, in the service's word, such as device_assigned_to_devicegroup",
                        (entry, host) -> entry.event())
                .relation(
                        "group", "DeviceGroup | null", "In which group, or into which", (entry, host) -> host.objects()
                                .related(group(entry)))
                .relation("owner", "Account | null", "Whose device it was", (entry, host) -> host.objects()
                        .related(account(entry.ownerId())))
                .relation("actor", "Account | null", "Who did it", (entry, host) -> host.objects()
                        .related(account(entry.actorId())))
                .relation("raw", "object", "The object exactly as the service sent it", (entry, host) -> entry.raw())
                .describedBy(entry -> String.valueOf(entry.event()))
                .json((entry, call) -> new Row(entry, call.host()).json());
    }

    /** The newest entries, oldest first. */
    static List<HostObject<HistoryEntry>> of(String deviceId, Options options, Host host) {
        int limit = options.has("limit") ? LogQuery.positive(options, "limit") : LogQuery.SCREENFUL;
        List<HostObject<HistoryEntry>> found = new ArrayList<>();
        HostType<HistoryEntry> type = host.registry().type("HistoryEntry");
        try (PagedIterator<HistoryEntry> entries = host.client()
                .devices()
                .history(deviceId, Math.min(limit, LARGEST_PAGE))
                .iterator()) {
            while (found.size() < limit && entries.hasNext()) {
                found.add(new HostObject<>(type, entries.next(), host));
            }
        }
        Collections.reverse(found);
        return found;
    }

    static Shown shown(List<HistoryEntry> entries, Host host) {
        List<Shown.Item> rows = new ArrayList<>();
        entries.forEach(entry -> rows.add(new Row(entry, host)));
        return new Shown.Listing(new Shown.Noun("event", "events"), COLUMNS, COLUMNS, rows);
    }

    private static EntityRef account(String id) {
        return id == null ? null : new EntityRef(Account.TYPE, id);
    }

    /** The service tells no type; any of a group leads to its kind. */
    private static EntityRef group(HistoryEntry entry) {
        return entry.groupId() == null ? null : new EntityRef(DeviceGroupType.DEVELOPMENT.json(), entry.groupId());
    }

    private record Row(HistoryEntry entry, Host host) implements Shown.Item {
        @Override
        public Object cell(String column) {
            return switch (column) {
                case "time" -> entry.time();
                case "event" -> entry.event();
                case "group" -> host.directory().nameOf(group(entry));
                case "owner" -> host.directory().nameOf(account(entry.ownerId()));
                case "actor" -> host.directory().nameOf(account(entry.actorId()));
                default -> null;
            };
        }

        @Override
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("time", entry.time());
            json.put("event", entry.event());
            json.put("device", pointer(new EntityRef(Device.TYPE, entry.deviceId())));
            json.put("group", pointer(group(entry)));
            json.put("owner", pointer(account(entry.ownerId())));
            json.put("actor", pointer(account(entry.actorId())));
            return json;
        }

        private Map<String, Object> pointer(EntityRef ref) {
            return ref == null ? null : EntityItem.pointer(ref, host);
        }
    }
}
