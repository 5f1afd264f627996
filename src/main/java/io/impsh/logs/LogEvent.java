package io.impsh.logs;

import io.impsh.model.Device;
import java.time.Duration;
import java.time.Instant;

/** What happens to those who follow logs, besides lines. */
public sealed interface LogEvent {
    /** A stream's link broke, or nothing came for too long; it is tried again after the wait. Its devices are sampled meanwhile. */
    record Lost(String reason, Duration retryIn) implements LogEvent {}

    /**
     * All links stand again, and what was logged meanwhile has been read from the stored logs.
     *
     * @param away for how long one of them was away
     * @param filled how many lines were read from the stored logs
     */
    record Back(Duration away, long filled) implements LogEvent {}

    /**
     * Lines of a device may be missing.
     *
     * @param from when the last line before was logged; {@code null} when there is none
     * @param to when the first line after it was logged; {@code null} when there is none yet
     * @param reason such as {@code the service keeps no older lines}
     */
    record Gap(Device device, Instant from, Instant to, String reason) implements LogEvent {}

    /**
     * A device is followed no longer: it has left the account, or moved to a group whose devices have no logs.
     *
     * @param reason for people, such as {@code it moved to the production group Thermostat field, which has no logs}
     * @param unreadSince since when its log was not read any more, by this machine's clock: what it logged after that is
     *     lost; {@code null} when it was live to the end
     */
    record Left(Device device, String reason, Instant unreadSince) implements LogEvent {}

    /** A device joined a group or product that is followed, and is followed from now on. */
    record Joined(Device device) implements LogEvent {}

    /** The service carries fewer devices on its streams than there are to follow: the others are sampled. */
    record Limited(int live, int sampled, Duration every) implements LogEvent {}

    /** The service allows the account so many streams, fewer than were wanted; more are not tried again. */
    record StreamsLimited(int streams) implements LogEvent {}

    /**
     * The service closed a stream, as it does when another session of the account opens one too many.
     *
     * @param reopening whether it is opened once more; if not, its devices are sampled from now on, so as not to take it
     *     from somebody else for ever
     */
    record Taken(boolean reopening) implements LogEvent {}

    /** Something came on a stream that is no log line; whatever it said was read from the stored logs instead. */
    record Unreadable(String data) implements LogEvent {}

    /**
     * There is nothing left to follow, or it cannot go on: no line comes any more. The last event.
     *
     * @param reason for people; it does not name the devices
     */
    record Ended(String reason) implements LogEvent {}
}
