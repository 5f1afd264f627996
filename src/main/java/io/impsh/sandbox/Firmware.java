package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Plays the software of devices and agents as far as its log shows it: nothing is really run. */
final class Firmware implements StoreListener {
    private final DeviceLogs logs;

    Firmware(DeviceLogs logs) {
        this.logs = logs;
    }

    @Override
    public void assigned(Device device) {
        boot(device);
    }

    @Override
    public void restarted(Device device) {
        boot(device);
    }

    @Override
    public void turned(Device device) {
        logs.append(device, LogLine.STATUS, device.online() ? "Device connected" : "Device disconnected");
    }

    /** All at once: whoever waits for the first line finds the others too. */
    private void boot(Device device) {
        List<LogLine> lines = new ArrayList<>();
        lines.add(LogLine.status("Agent restarted: reload."));
        if (device.online()) {
            lines.add(LogLine.status("Downloading new code; 0.00% program storage used"));
        }
        logs.appendInOrder(device, lines);
    }
}
