package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.graalvm.polyglot.Value;

/** The script types of logs: {@code logs} itself, a line, a stream. */
final class LogTypes {
    static final Argument WHAT = Argument.required(
            "what",
            "Device | DeviceGroup | Product | Query | string | any[]",
            "devices, groups, products, a query, names, or a list of these");

    private static final int MOST_STREAMS = 100;

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
                        "Prints new lines as they come, above the prompt; in a program until the stream ends. Devices that"
                                + " the service has no room for on its streams are sampled.",
                        "logs.stream(['thermo-0001', 'thermo-0002'], {match: /temp/})",
                        (host, call) -> show(
                                LogStreamOptions.of(call.options(1)),
                                () -> StreamedDevices.of(call.value(0), call),
                                host),
                        WHAT,
                        LogStreamOptions.OF_STREAM)
                .method(
                        "on",
                        "LogStream",
                        "Calls a function with each new line, between inputs and while a script is in sleep, wait or"
                                + " watch. Of more than 10,000 lines that wait for it the oldest are dropped.",
                        "logs.on('Line 1', entry => print(entry.message), {types: 'server.error'})",
                        (host, call) -> on(host, call),
                        WHAT,
                        Argument.required("fn", "(entry: LogEntry) => void", "what to do with a line"),
                        LogStreamOptions.OF_CALLBACK)
                .method(
                        "wait",
                        "LogEntry",
                        "Waits for a line that matches, and gives it; TIMEOUT is the error's code when none comes. Lines"
                                + " since just before the last change of this input count.",
                        "devices.get('thermo-0005').restart(); logs.wait('thermo-0005', /restarted/, 20).message",
                        LogWait::of,
                        LogWait.ARGUMENTS)
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
                .property(
                        "maxStreams",
                        "number",
                        "How many log streams of the account may be open at once; assign another number to change it",
                        (self, host) -> (long) host.logStreams().maxStreams())
                .writer("maxStreams", LogTypes::setMaxStreams);
    }

    private static void setMaxStreams(Value wanted, Host host) {
        if (!wanted.fitsInInt() || wanted.asInt() < 1 || wanted.asInt() > MOST_STREAMS) {
            throw new UserException(
                    "USAGE",
                    "logs.maxStreams must be a whole number from 1 to " + MOST_STREAMS + ", not "
                            + host.values().describe(wanted),
                    null);
        }
        host.logStreams().maxStreams(wanted.asInt());
    }

    /** The lines as an array; when there are none, a notice says why if the input reads no other device's log. */
    static List<HostObject<LogLine>> stored(Device device, Options options, Host host) {
        LogQuery query = LogQuery.of(options, Instant.now());
        List<HostObject<LogLine>> lines = query.read(device.id(), host).stream()
                .map(entry -> new HostObject<>(
                        host.registry().<LogLine>type("LogEntry"), new LogLine(entry, device.name()), host))
                .toList();
        host.evaluation().logReadings().add(device.id(), lines.isEmpty() ? nothing(device, query) : null);
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

    /** Where one entity is streamed: {@code device.stream()}. */
    static Object stream(Handle<?> handle, Call call) {
        Host host = call.host();
        return show(LogStreamOptions.of(call.options(0)), () -> StreamedDevices.of(handle.entity(host), host), host);
    }

    /** @param what is asked of the service, so after everything else is known to be right */
    static Object show(LogStreamOptions options, Supplier<StreamedDevices> what, Host host) {
        if (options.isOnScreen() && !host.io().canStream()) {
            throw new UserException(
                    "USAGE", "a stream of lines is not one JSON value", "-o ndjson writes a line of JSON for each");
        }
        StreamedDevices found = what.get();
        if (options.isOnScreen() && host.io().isAtPrompt()) {
            host.logStreams().twice(found).ifPresent(host.io()::notice);
        }
        return host.objects()
                .logStream(
                        host.logStreams().show(found, options, host.evaluation().cancellation()));
    }

    private static Object on(Host host, Call call) {
        Value function = call.function(1);
        LogStreamOptions options = LogStreamOptions.of(call.options(2));
        StreamedDevices what = StreamedDevices.of(call.value(0), call);
        return host.objects()
                .logStream(host.logStreams()
                        .call(what, options, function, host.evaluation().cancellation()));
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
}
