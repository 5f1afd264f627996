package io.impsh.logs;

/**
 * Finds out how many devices a stream carries. The service does not tell: it drops one when there is one too many. One
 * drop may have another reason, so the dropped device is put back first; only when that has another one dropped is it
 * believed. Not safe for use by several threads; the stream's lock is held.
 */
final class LimitSearch {
    /** What a drop means. */
    enum Verdict {
        /** Nothing of ours caused it. */
        LEFT,
        /** It may be that there was one too many: put it back, and see. */
        SUSPECT,
        /** There is one too many. */
        LIMIT,
        /** It was not even taken. */
        TURNED_AWAY
    }

    private final long aftermath;
    private String adding;
    private String suspect;
    private String turnedAway;
    private boolean everAdded;
    private long addedAt;
    private boolean everFound;
    private long foundAt;

    LimitSearch(StreamPatience patience) {
        this.aftermath = patience.aftermath().toNanos();
    }

    void adding(String device) {
        adding = device;
    }

    /** It is on the stream, or is not tried any more. */
    void added(boolean success, long now) {
        adding = null;
        addedAt = now;
        everAdded = true;
        turnedAway = success ? null : turnedAway;
    }

    /** A device that is to be put back before any other; {@code null} for none. */
    String suspect() {
        return suspect;
    }

    /** It was put back, or has left, and no other was dropped for it. */
    void cleared(String device) {
        suspect = device.equals(suspect) ? null : suspect;
    }

    /** @param held how many devices are on the stream without that one */
    Verdict dropped(String device, int held, long now) {
        if (device.equals(adding)) {
            return turnedAway(device, held);
        }
        boolean ours = adding != null || everAdded && now - addedAt < aftermath;
        if (!ours || held == 0) {
            return Verdict.LEFT;
        }
        boolean found = suspect != null || everFound && now - foundAt < aftermath;
        suspect = found ? null : device;
        if (found) {
            everFound = true;
            foundAt = now;
        }
        return found ? Verdict.LIMIT : Verdict.SUSPECT;
    }

    /** Two different ones in a row: it is not the device, then, but the room. */
    Verdict turnedAway(String device, int held) {
        boolean full = held > 0 && turnedAway != null && !turnedAway.equals(device);
        turnedAway = device;
        cleared(device);
        return full ? Verdict.LIMIT : Verdict.TURNED_AWAY;
    }

    /** Another link: nothing is on it. */
    void reset() {
        adding = null;
        suspect = null;
        turnedAway = null;
        everAdded = false;
    }
}
