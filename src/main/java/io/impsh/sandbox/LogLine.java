package io.impsh.sandbox;

import java.util.List;

/**
 * What a program or the platform has to say, before it has a time.
 *
 * @param type where it comes from, one of the constants
 */
record LogLine(String type, String message) {
    static final String DEVICE = "server.log";
    static final String DEVICE_ERROR = "server.error";
    static final String AGENT = "agent.log";
    static final String AGENT_ERROR = "agent.error";
    static final String STATUS = "status";

    /** What entries of the service may be of. */
    static final List<String> TYPES = List.of(
            DEVICE, DEVICE_ERROR, "server.sleep", AGENT, AGENT_ERROR, STATUS, "powerstate", "lastexitcode", "firmware");

    static LogLine status(String message) {
        return new LogLine(STATUS, message);
    }

    /** Whether it needs the device itself, and not just its agent or the platform. */
    boolean isOfDevice() {
        return type.startsWith("server.");
    }

    boolean isError() {
        return type.endsWith(".error");
    }
}
