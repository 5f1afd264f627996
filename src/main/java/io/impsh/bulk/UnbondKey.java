package io.impsh.bulk;

import java.util.Objects;

/**
 * The account's unbond key, which devices in production groups need to be unassigned. It is written nowhere: what comes
 * from a file or a journal only knows that there was one.
 */
public final class UnbondKey {
    /** Nobody gave one. */
    public static final UnbondKey NONE = new UnbondKey(null, false);

    /** One was given when the plan was made, and has to be given again. */
    public static final UnbondKey KEPT_BACK = new UnbondKey(null, true);

    private final String value;
    private final boolean wanted;

    private UnbondKey(String value, boolean wanted) {
        this.value = value;
        this.wanted = wanted;
    }

    /** @param value {@code null} for none */
    public static UnbondKey of(String value) {
        return value == null ? NONE : new UnbondKey(value, true);
    }

    /** {@code null} when there is none at hand. */
    String value() {
        return value;
    }

    /** Whether the plan was made with one, at hand or not. */
    public boolean isWanted() {
        return wanted;
    }

    /** Whether one was given, and has to be given again. */
    public boolean isKeptBack() {
        return wanted && value == null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnbondKey key && wanted == key.wanted && Objects.equals(value, key.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, wanted);
    }

    /** Without the key, which is a secret. */
    @Override
    public String toString() {
        return wanted ? "unbondKey=…" : "";
    }
}
