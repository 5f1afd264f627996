package io.impsh.script;

import io.impsh.logs.Freshness;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The script type of a stream, the handle that {@code logs.stream} and {@code logs.on} give. */
final class LogStreamType {
    /** Of several streams, for {@code logs.streams()}. */
    static final List<String> COLUMNS =
            List.of("id", "of", "state", "devices", "live", "sampled", "silent", "lines", "dropped");

    private LogStreamType() {}

    static HostType<LogStream> make() {
        return verbs(new HostType<LogStream>("LogStream", "New log lines of some devices, as they come.")
                .property("id", "number", "Its number in this session", (stream, host) -> (long) stream.id())
                .property(
                        "state",
                        "string",
                        "open, reconnecting, paused, stopped, or closed as nothing was left to follow",
                        (stream, host) -> stream.state().name().toLowerCase(Locale.ROOT))
                .relation(
                        "devices",
                        "Device[]",
                        "The devices that it follows now, with those that joined and without those that left",
                        (stream, host) -> stream.devices())
                .describedBy(stream -> LogCallbacks.name(stream))
                .json((stream, call) -> json(stream)));
    }

    private static HostType<LogStream> verbs(HostType<LogStream> type) {
        return type.method(
                        "stop",
                        "void",
                        "Ends the stream. Ending it again does nothing.",
                        "logs.stream('thermo-0001').stop()",
                        (stream, call) -> {
                            call.host().logStreams().stopAndShow(List.of(stream));
                            return GuestValues.UNDEFINED;
                        })
                .method(
                        "pause",
                        "void",
                        "Holds its lines back until resume(). Of more than 10,000 the oldest are dropped.",
                        "logs.stream('thermo-0001').pause()",
                        (stream, call) -> {
                            stream.pause();
                            return GuestValues.UNDEFINED;
                        })
                .method(
                        "resume",
                        "void",
                        "Lets the lines go that it has held back, says how many were dropped, and goes on.",
                        "logs.stream('thermo-0001').resume()",
                        (stream, call) -> {
                            call.host().logStreams().resume(stream);
                            return GuestValues.UNDEFINED;
                        })
                .method(
                        "stats",
                        "object",
                        "Gives numbers about it. They are state; devices: live (on a stream of the account), sampled (their"
                                + " stored logs are read again and again, the longest ago stalest seconds) and silent (without"
                                + " logs where they are); lines, filtered (left out), dropped (in a pause, or before a slow"
                                + " callback), filled (from the stored logs), gaps, reconnects, startedAt.",
                        "logs.stream('thermo-0001').stats()",
                        (stream, call) -> stream.stats())
                .method(
                        "freshness",
                        "object[]",
                        "Gives a row for each device. It has device, mode (live, sampled or silent), checkedAt (until when"
                                + " all its lines are known), lastLineAt and lines.",
                        "logs.stream('thermo-0001').freshness()",
                        (stream, call) -> stream.freshness().stream()
                                .map(LogStreamType::row)
                                .toList());
    }

    private static Map<String, Object> row(Freshness fresh) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("device", LogLine.label(fresh.device().id(), fresh.device().name()));
        row.put("mode", fresh.mode().name().toLowerCase(Locale.ROOT));
        row.put("checkedAt", fresh.checkedAt());
        row.put("lastLineAt", fresh.lastLineAt());
        row.put("lines", fresh.lines());
        return row;
    }

    static Map<String, Object> json(LogStream stream) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", (long) stream.id());
        json.put("of", stream.title());
        json.putAll(stream.stats());
        return json;
    }

    /** Several of them as a table. */
    static Shown shown(List<LogStream> streams) {
        return new Shown.Listing(
                new Shown.Noun("log stream", "log streams"),
                COLUMNS,
                COLUMNS,
                streams.stream()
                        .<Shown.Item>map(stream -> new MapItem(json(stream)))
                        .toList());
    }
}
