package io.impsh.bulk;

import java.time.Duration;

/**
 * What happens between two waves.
 *
 * @param asks whether somebody is asked before the next one
 * @param length how long is waited otherwise
 */
public record Pause(boolean asks, Duration length) {
    public static final Pause NONE = new Pause(false, Duration.ZERO);
    public static final Pause ASK = new Pause(true, Duration.ZERO);

    public static Pause of(Duration length) {
        return new Pause(false, length);
    }
}
