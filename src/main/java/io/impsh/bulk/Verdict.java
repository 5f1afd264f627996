package io.impsh.bulk;

/**
 * What the planner expects of an item.
 *
 * @param reason why it is left alone or doubtful; {@code null} with {@link Kind#GO}
 */
public record Verdict(Kind kind, String reason) {
    /** The four expectations. */
    public enum Kind {
        /** Sent. */
        GO,
        /** Already so, never sent. */
        ALREADY,
        /** The service is documented to refuse it, never sent. */
        REFUSED,
        /** It may be refused, but that is not documented: sent last, in requests of its own. */
        DOUBTFUL
    }

    static final Verdict GO = new Verdict(Kind.GO, null);

    static Verdict already(String reason) {
        return new Verdict(Kind.ALREADY, reason);
    }

    static Verdict refused(String reason) {
        return new Verdict(Kind.REFUSED, reason);
    }

    static Verdict doubtful(String reason) {
        return new Verdict(Kind.DOUBTFUL, reason);
    }

    /** Whether applying the plan sends the item. */
    public boolean sent() {
        return kind == Kind.GO || kind == Kind.DOUBTFUL;
    }
}
