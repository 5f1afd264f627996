package io.impsh.script;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Of which devices an input has read the stored logs. Why a log is empty is told of one device alone: who reads those of many
 * looks for something that few of them have.
 */
final class LogReadings {
    private final Set<String> devices = new HashSet<>();
    private String reason;

    /** @param empty why there are no lines; {@code null} when there are some */
    void add(String deviceId, String empty) {
        devices.add(deviceId);
        reason = empty;
    }

    Optional<String> notice() {
        return devices.size() == 1 ? Optional.ofNullable(reason) : Optional.empty();
    }
}
