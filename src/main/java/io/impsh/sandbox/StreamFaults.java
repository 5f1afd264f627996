package io.impsh.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Decides what goes wrong with the connections of log streams. A connection that ends leaves its fate to the next one,
 * so that what happens seldom happens at last, however often connections are cut. Same specification and seed, same
 * fates.
 */
final class StreamFaults {
    private final Map<StreamTrouble, Duration> intervals = new EnumMap<>(StreamTrouble.class);
    private final Duration stalled;
    private final double garbage;
    private final double forgetting;
    private final SplittableRandom random;
    private final ArrayDeque<StreamFate> left = new ArrayDeque<>();

    /**
     * @param intervals how long it takes, about, until something happens
     * @param stalled how long a stall lasts; {@code null} for as long as the connection
     * @param garbage share of lines that come spoilt
     * @param forgetting share of connections after whose end the stream is forgotten
     */
    StreamFaults(
            Map<StreamTrouble, Duration> intervals, Duration stalled, double garbage, double forgetting, long seed) {
        this.intervals.putAll(intervals);
        this.stalled = stalled;
        this.garbage = garbage;
        this.forgetting = forgetting;
        this.random = new SplittableRandom(seed);
    }

    /** None at all. */
    static StreamFaults none() {
        return new StreamFaults(Map.of(), null, 0, 0, 0);
    }

    /** The fate of a connection that begins now. */
    synchronized StreamFate take() {
        StreamFate fate = left.isEmpty() ? new StreamFate(this, random.split()) : left.poll();
        fate.begin(System.nanoTime());
        return fate;
    }

    /** The connection is over. */
    synchronized void leave(StreamFate fate) {
        fate.end(System.nanoTime());
        left.add(fate);
    }

    Map<StreamTrouble, Duration> intervals() {
        return intervals;
    }

    /** How long a stall lasts; {@code null} for as long as the connection. */
    Duration stalled() {
        return stalled;
    }

    double garbage() {
        return garbage;
    }

    double forgetting() {
        return forgetting;
    }
}
