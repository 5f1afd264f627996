package io.impsh.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** What becomes of one connection of a log stream. Used by its thread only. */
final class StreamFate {
    private static final byte[] EVENT = "event: message\ndata: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENT_END = {'\n', '\n'};
    private static final byte[] PAGE =
            "<html><body><h1>502 Bad Gateway</h1></body></html>".getBytes(StandardCharsets.US_ASCII);
    /** In the text form a longer half could be read as a line. */
    private static final int HALF_TEXT = 20;

    private final StreamFaults faults;
    private final SplittableRandom random;
    /** Nanoseconds of connection until it happens. */
    private final Map<StreamTrouble, Long> left = new EnumMap<>(StreamTrouble.class);

    private long countedTo;

    StreamFate(StreamFaults faults, SplittableRandom random) {
        this.faults = faults;
        this.random = random;
        faults.intervals().forEach((trouble, about) -> left.put(trouble, draw(about)));
    }

    /** From half of it to one and a half times. */
    private long draw(Duration about) {
        return (long) (about.toNanos() * (0.5 + random.nextDouble()));
    }

    void begin(long now) {
        countedTo = now;
    }

    void end(long now) {
        long passed = now - countedTo;
        left.replaceAll((trouble, nanoseconds) -> nanoseconds - passed);
        countedTo = now;
    }

    /** Nanoseconds until something happens. */
    long untilNext(long now) {
        long soonest = Long.MAX_VALUE;
        for (long nanoseconds : left.values()) {
            soonest = Math.min(soonest, Math.max(0, nanoseconds - (now - countedTo)));
        }
        return soonest;
    }

    /** What happens now, if anything; it happens again after some time. */
    Optional<StreamTrouble> due(long now) {
        for (Map.Entry<StreamTrouble, Long> entry : left.entrySet()) {
            if (entry.getValue() <= now - countedTo) {
                entry.setValue(draw(faults.intervals().get(entry.getKey())) + now - countedTo);
                return Optional.of(entry.getKey());
            }
        }
        return Optional.empty();
    }

    /** Whether a cut is in the middle of an event. */
    boolean cutsInside() {
        return random.nextBoolean();
    }

    /** How much is sent of an event that is cut: something, and not all of it. */
    int cutAt(int length) {
        return random.nextInt(1, length);
    }

    /** How long a stall lasts; empty for as long as the connection. */
    Optional<Duration> stalled() {
        return Optional.ofNullable(faults.stalled());
    }

    /** Whether the next line comes spoilt. */
    boolean spoils() {
        return faults.garbage() > 0 && random.nextDouble() < faults.garbage();
    }

    /** Whether the stream is forgotten after the connection. */
    boolean forgets() {
        return faults.forgetting() > 0 && random.nextDouble() < faults.forgetting();
    }

    /** What comes instead of an event of a line: half of it, bytes that are no text, or a page of some proxy. */
    byte[] spoilt(byte[] event, StreamFormat format) {
        return switch (random.nextInt(3)) {
            case 0 -> framed(Arrays.copyOfRange(event, EVENT.length, EVENT.length + half(event, format)));
            case 1 -> framed(noise());
            default -> framed(PAGE);
        };
    }

    private static int half(byte[] event, StreamFormat format) {
        int data = event.length - EVENT.length - EVENT_END.length;
        return format == StreamFormat.TEXT ? Math.min(HALF_TEXT, data) : data / 2;
    }

    /** Bytes above 127 are no UTF-8 by themselves; none of these ends a line. */
    private byte[] noise() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        bytes[0] = (byte) 0xff;
        for (int i = 1; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '\n' || bytes[i] == '\r' ? 0 : bytes[i];
        }
        return bytes;
    }

    private static byte[] framed(byte[] data) {
        byte[] all = Arrays.copyOf(EVENT, EVENT.length + data.length + EVENT_END.length);
        System.arraycopy(data, 0, all, EVENT.length, data.length);
        System.arraycopy(EVENT_END, 0, all, EVENT.length + data.length, EVENT_END.length);
        return all;
    }
}
