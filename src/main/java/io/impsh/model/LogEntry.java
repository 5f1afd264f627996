package io.impsh.model;

import java.time.Instant;

/**
 * One line of a device's log. Its text is foreign: it may hold anything a program wrote, steering characters included.
 *
 * @param deviceId of the device, always its id, whatever name it was asked for by
 * @param time when it was logged, to the millisecond; several lines may have the same. {@code null} when the service sent
 *     none that can be read
 * @param logType {@code development} or {@code production}
 * @param type who logged it: {@code server.log} and {@code server.error} are the device's code, {@code agent.log} and
 *     {@code agent.error} the agent's; also {@code status}, {@code lastexitcode}, {@code powerstate} and more
 * @param message never {@code null}
 */
public record LogEntry(String deviceId, Instant time, String logType, String type, String message) {}
