package io.impsh.bulk;

import java.time.Duration;
import java.util.Map;

/**
 * How far a wave is.
 *
 * @param number from 1 on
 * @param waves how many there are
 * @param answered its items that are settled, or accepted and not yet read back
 * @param items how many it has
 * @param counts its items per outcome so far; every outcome is a key
 * @param took since it began, or since the waiting began when it is over
 * @param left of the pause, or of the time that its devices have to become healthy; zero while it is sent
 * @param healthy its devices that were found healthy
 * @param checked its devices of which health is asked
 */
public record WaveProgress(
        int number,
        int waves,
        int answered,
        int items,
        Map<Outcome, Integer> counts,
        Duration took,
        Duration left,
        int healthy,
        int checked) {}
