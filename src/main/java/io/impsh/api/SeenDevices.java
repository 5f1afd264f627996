package io.impsh.api;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The devices that were read lately, as they were sent, so that those that a dry run moves need not be read again. Of the
 * larger fleets only the latest. Safe for use by many threads.
 */
final class SeenDevices {
    /** A kilobyte each. */
    private static final int MOST = 20_000;

    private final Map<String, String> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MOST;
        }
    };

    synchronized void note(Resource device) {
        if (device.id() != null) {
            seen.put(device.id(), device.raw().text());
        }
    }

    /** {@code null} when it is not known any more. */
    synchronized ObjectNode get(String id) {
        String text = seen.get(id);
        return text == null ? null : (ObjectNode) Json.MAPPER.readTree(text);
    }
}
