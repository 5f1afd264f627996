package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** The script types of logs: {@code logs} itself, a line, a stream. */
final class LogTypes {
    static final Argument STREAM_OPTIONS = Argument.options(
            "options",
            LogFilter.MATCH,
            LogFilter.EXCLUDE,
            LogFilter.TYPES,
            Argument.optional("limit", "number", "stop after so many lines"));

    private static final Argument WHAT = Argument.required(
            "what",
            "Device | DeviceGroup | Product | Query | string | any[]",
            "devices, groups, products, a query, names, or a list of these");

    private LogTypes() {}

    static HostType<Host> logs() {
        return new HostType<Host>("Logs", "What devices say: their stored logs, and streams of new lines.")
                .method(
                        "get",
                        "LogEntry[]",
                        "The newest stored lines of a device's log, oldest first. Devices in (pre-)production groups have"
                                + " none.",
                        "logs.get('thermo-0001', {limit: 5, types: ['server.log', 'server.error']})",
                        (host, call) -> stored(
                                Identified.entity(EntityKinds.DEVICE, call.value(0), host), call.options(1), host),
                        Argument.required(
                                "device", "Device | string", "a device, or its name, id, MAC address or agent id"),
                        LogQuery.OPTIONS)
                .method(
                        "stream",
                        "LogStream",
                        "Prints new lines as they come, above the prompt; in a program until the stream ends. One"
                                + " stream of the account carries up to 8 devices, however many of these there are.",
                        "logs.stream(['thermo-0001', 'thermo-0002'], {match: /temp/})",
                        (host, call) -> stream(call.value(0), call, call.options(1)),
                        WHAT,
                        STREAM_OPTIONS)
                .method(
                        "streams",
                        "LogStream[]",
                        "Gives the streams of this session that have not ended.",
                        "logs.streams()",
                        (host, call) -> host.logStreams().all().stream()
                                .map(stream -> host.objects().logStream(stream))
                                .toList())
                .method("stopAll", "void", "Ends all streams of this session.", "logs.stopAll()", (host, call) -> {
                    host.logStreams().stopAll();
                    return GuestValues.UNDEFINED;
                })
                .hint("on", "logs.stream(what) prints lines; logs.get(device) gives the stored ones to a script");
    }

    /** The lines as an array; when there are none, a notice says why if that is known. */
    static List<HostObject<LogLine>> stored(Device device, Options options, Host host) {
        LogQuery query = LogQuery.of(options, Instant.now());
        List<HostObject<LogLine>> lines = query.read(device.id(), host).stream()
                .map(entry -> new HostObject<>(
                        host.registry().<LogLine>type("LogEntry"), new LogLine(entry, device.name()), host))
                .toList();
        if (lines.isEmpty()) {
            host.io().notice(nothing(device, query));
        }
        return lines;
    }

    private static String nothing(Device device, LogQuery query) {
        String name = LogLine.label(device.id(), device.name());
        if (StreamedDevices.hasNoLogs(device)) {
            return "no log lines: " + name + " is in a (pre-)production group, and those have no logs";
        }
        return query.filter().acceptsAll() && query.since() == null
                ? "no log lines: the service keeps none of " + name
                : "no log lines of " + name + " match";
    }

    static Object stream(Value what, Call call, Options options) {
        Host host = call.host();
        if (!host.io().canStream()) {
            throw new UserException(
                    "USAGE", "a stream of lines is not one JSON value", "-o ndjson writes a line of JSON for each");
        }
        LogFilter filter = LogFilter.of(options);
        long limit = options.has("limit") ? LogQuery.positive(options, "limit") : Long.MAX_VALUE;
        List<Device> devices = fitting(StreamedDevices.of(what, call), host);
        LogStream stream = host.logStreams()
                .begin(devices, filter, limit, host.evaluation().cancellation());
        return host.objects().logStream(stream);
    }

    private static List<Device> fitting(List<Device> devices, Host host) {
        LogStreams streams = host.logStreams();
        int room = streams.room();
        List<Device> fitting = new java.util.ArrayList<>();
        for (Device device : devices) {
            if (streams.carries(device) || room-- > 0) {
                fitting.add(device);
            }
        }
        if (fitting.isEmpty()) {
            throw new UserException(
                    "STREAM_FULL",
                    "the log stream carries " + LogStreams.MOST_DEVICES + " devices, and has as many",
                    "logs.streams() lists what is streamed, logs.stopAll() ends it");
        }
        if (fitting.size() < devices.size()) {
            host.io()
                    .notice("streaming " + fitting.size() + " of " + devices.size()
                            + " devices, those online first: a log stream carries " + LogStreams.MOST_DEVICES);
        }
        return fitting;
    }

    static HostType<LogLine> entry() {
        return new HostType<LogLine>("LogEntry", "One line of a device's log.")
                .property(
                        "time",
                        "Date",
                        "When it was logged; with milliseconds in JSON and CSV",
                        (line, host) -> line.entry().time())
                .property("deviceId", "string", "The id of its device", (line, host) -> line.entry()
                        .deviceId())
                .property(
                        "type",
                        "string",
                        "server.log, server.error: the device; agent.log, agent.error: its agent; others: the cloud",
                        (line, host) -> line.entry().type())
                .property("logType", "string", "development or production", (line, host) -> line.entry()
                        .logType())
                .property("message", "string", "The text of the line", (line, host) -> line.entry()
                        .message())
                .relation("device", "Device", "Its device", (line, host) -> host.objects()
                        .related(new EntityRef(Device.TYPE, line.entry().deviceId())))
                .describedBy(line -> line.entry().message())
                .json((line, call) -> line.json());
    }

    static HostType<LogStream> stream() {
        return new HostType<LogStream>("LogStream", "New log lines of some devices, printed as they come.")
                .property("id", "number", "Its number in this session", (stream, host) -> (long) stream.id())
                .property(
                        "state",
                        "string",
                        "open, reconnecting, stopped, or closed by the service",
                        (stream, host) -> stream.stats().get("state"))
                .relation("devices", "Device[]", "The devices that it streams", (stream, host) -> stream.devices())
                .method(
                        "stop",
                        "void",
                        "Ends the stream. Ending it again does nothing.",
                        "logs.stream('thermo-0001').stop()",
                        (stream, call) -> {
                            call.host().logStreams().stop(stream);
                            return GuestValues.UNDEFINED;
                        })
                .method(
                        "stats",
                        "object",
                        "Gives numbers about it. They are state, devices, live (confirmed by the service), lines, filtered (left out),"
                                + " reconnects, startedAt.",
                        "logs.stream('thermo-0001').stats()",
                        (stream, call) -> stream.stats())
                .describedBy(stream -> "log stream " + stream.id() + " of " + stream.title())
                .json((stream, call) -> json(stream));
    }

    static Map<String, Object> json(LogStream stream) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", (long) stream.id());
        json.put("of", stream.title());
        json.putAll(stream.stats());
        return json;
    }
}
