package io.impsh.sandbox;

/** What happens to the connection of a log stream from time to time. */
enum StreamTrouble {
    /** It ends, half of the time in the middle of an event. */
    CUT("stream-cut"),
    /** It stays open and is silent, without keep-alives. */
    STALL("stream-stall"),
    /** The stream is closed, as if another session had taken it. */
    CLOSE("stream-close");

    /** How faults of its lines and of its end are counted. */
    static final String GARBAGE = "stream-garbage";

    static final String FORGET = "stream-forget";

    private final String word;

    StreamTrouble(String word) {
        this.word = word;
    }

    /** How a fault specification spells it. */
    String word() {
        return word;
    }
}
