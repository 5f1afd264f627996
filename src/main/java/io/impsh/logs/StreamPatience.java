package io.impsh.logs;

import java.time.Duration;

/**
 * How long a {@link StreamSet} waits for what. Tests have less time.
 *
 * @param subscribed for the service's word that a device is on a stream
 * @param aftermath a device dropped so soon after another was put on the stream was dropped because of that
 * @param settled for a drop, before a device that was put back is believed to stay
 * @param reopening before a stream is opened again that somebody took
 * @param truce a stream that is taken twice within that time is left to whoever took it
 * @param ownDoing a stream closed so soon after another one was opened here was closed because of that
 * @param aside before a device is tried again that could not be put on a stream
 * @param refused before another stream is opened when the service has refused one
 */
record StreamPatience(
        Duration subscribed,
        Duration aftermath,
        Duration settled,
        Duration reopening,
        Duration truce,
        Duration ownDoing,
        Duration aside,
        Duration refused) {
    static final StreamPatience USUAL = new StreamPatience(
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofMillis(300),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            Duration.ofSeconds(10),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1));

    StreamPatience withSubscribed(Duration time) {
        return new StreamPatience(time, aftermath, settled, reopening, truce, ownDoing, aside, refused);
    }

    StreamPatience withAftermath(Duration time) {
        return new StreamPatience(subscribed, time, settled, reopening, truce, ownDoing, aside, refused);
    }
}
