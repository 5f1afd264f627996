package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Plays the software of devices and agents as far as their logs show it. Code is not run: what its log calls say is
 * logged once after each start. All lines of a start are there at once, so that nothing of it comes after what is logged
 * later, and whoever waits for the first finds the others too.
 */
final class Firmware implements StoreListener {
    /** Characters of device code that fill the program storage. */
    private static final double STORAGE = 65_536;

    private final DeviceLogs logs;
    private final Map<Program, List<LogCall>> programs = new WeakHashMap<>();

    Firmware(DeviceLogs logs) {
        this.logs = logs;
    }

    @Override
    public void assigned(Device device) {
        start(device);
    }

    @Override
    public void restarted(Device device) {
        start(device);
    }

    /** A device that comes back starts its program anew; its agent has gone on running. */
    @Override
    public void turned(Device device) {
        if (!DeviceLogs.logs(device)) {
            return;
        }
        if (device.online()) {
            List<LogLine> lines = new ArrayList<>(List.of(LogLine.status("Device connected")));
            output(device).stream().filter(LogLine::isOfDevice).forEach(lines::add);
            logs.appendInOrder(device, lines);
        } else {
            logs.append(device, LogLine.STATUS, "Device disconnected");
        }
    }

    private void start(Device device) {
        if (!DeviceLogs.logs(device)) {
            return;
        }
        List<LogLine> lines = new ArrayList<>();
        lines.add(LogLine.status("Agent restarted: reload."));
        if (device.hasNewCode()) {
            lines.add(LogLine.status("Agent restarted: new_bytecode_version."));
        }
        if (device.online()) {
            lines.add(LogLine.status(download(device)));
        }
        output(device).stream()
                .filter(line -> device.online() || !line.isOfDevice())
                .forEach(lines::add);
        logs.appendInOrder(device, lines);
    }

    private static String download(Device device) {
        int length =
                device.runs() == null ? 0 : device.runs().program().deviceCode().length();
        double used = 100 * length / STORAGE;
        return String.format(
                Locale.ROOT,
                "%s; %.2f%% program storage used",
                used > 100 ? "Out of space" : "Downloading new code",
                used);
    }

    /** Of the device, then of its agent. */
    private List<LogLine> output(Device device) {
        if (device.runs() == null) {
            return List.of();
        }
        return programs.computeIfAbsent(device.runs().program(), LogCalls::in).stream()
                .map(call -> call.line(device))
                .toList();
    }
}
