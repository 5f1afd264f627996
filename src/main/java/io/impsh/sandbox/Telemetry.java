package io.impsh.sandbox;

/**
 * What a simulated program goes on logging. Line after line of a device is known beforehand, so that whoever reads
 * them can tell whether one is missing or came twice: readings are numbered, and after each hundredth follows an error
 * of three lines.
 */
final class Telemetry {
    private static final int READINGS = 100;
    private static final String[] ERROR = {
        "ERROR: the index 'foo' does not exist", "ERROR:   in main device_code:12", "ERROR:   from device_code:31"
    };
    private static final int CYCLE = READINGS + ERROR.length;

    private Telemetry() {}

    /** @param position of the line in the device's output, from 0 */
    static LogLine line(Device device, long position) {
        int place = (int) (position % CYCLE);
        return place < READINGS
                ? reading(device, position / CYCLE * READINGS + place + 1)
                : new LogLine(LogLine.DEVICE_ERROR, ERROR[place - READINGS]);
    }

    private static LogLine reading(Device device, long number) {
        long mixed = (number + 1) * 0x9E3779B97F4A7C15L ^ device.hardware().planId();
        int temperature = 180 + (int) (mixed >>> 34) % 80;
        int humidity = 30 + (int) (mixed >>> 40 & 31);
        return number % 10 == 0
                ? new LogLine(LogLine.AGENT, "reading " + number + ": stored")
                : new LogLine(
                        LogLine.DEVICE,
                        "reading " + number + ": temperature=" + temperature / 10 + '.' + temperature % 10
                                + " humidity=" + humidity);
    }
}
