package io.impsh.sandbox;

import java.util.List;

/**
 * A call of {@code server.log} or {@code server.error} as it stands in the code.
 *
 * @param agents whether it is in the agent's code
 * @param error whether it is {@code server.error}
 * @param texts the literal text around each computed value
 */
record LogCall(boolean agents, boolean error, List<String> texts) {
    LogCall {
        texts = List.copyOf(texts);
    }

    /** What it logs, with some number for each computed value. */
    LogLine line(Device device) {
        StringBuilder message = new StringBuilder(texts.get(0));
        long number = device.hardware().planId();
        for (String text : texts.subList(1, texts.size())) {
            number = number * 0x9E3779B97F4A7C15L + 1;
            message.append(10 + (number >>> 33) % 90).append(text);
        }
        return new LogLine(type(), message.toString());
    }

    private String type() {
        if (agents) {
            return error ? LogLine.AGENT_ERROR : LogLine.AGENT;
        }
        return error ? LogLine.DEVICE_ERROR : LogLine.DEVICE;
    }
}
