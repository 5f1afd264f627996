package io.impsh.model;

import java.time.Instant;
import java.util.List;

/**
 * A deployment, which people call a build: device and agent code that a device group once got. One whose group is gone
 * is a zombie.
 *
 * @param sha 64 hexadecimal digits of the code and the account: the same code has the same in all of an account's groups
 * @param origin where the code came from, free text, or {@code null}; cannot be changed
 * @param tags in the service's order, each of letters, digits, {@code _}, {@code -}, {@code *} and {@code .}
 * @param flagged a flagged one cannot be deleted
 * @param deviceCode may be empty
 * @param agentCode may be empty
 * @param flagger who flagged it, {@code null} while it is not flagged
 * @param group its type is the group's concrete type; {@code null} for a zombie
 * @param product {@code null} when the product is gone, too
 */
public record Deployment(
        String id,
        String sha,
        String description,
        String origin,
        List<String> tags,
        boolean flagged,
        String deviceCode,
        String agentCode,
        Instant createdAt,
        Instant updatedAt,
        EntityRef owner,
        EntityRef creator,
        EntityRef flagger,
        EntityRef product,
        EntityRef group,
        RawJson raw)
        implements Entity {
    public static final String TYPE = "deployment";

    /** How many digits of the sha make the name. */
    public static final int NAME_DIGITS = 8;

    @Override
    public String type() {
        return TYPE;
    }

    /** The service gives them none: people tell them by the first digits of the sha. {@code null} without one. */
    @Override
    public String name() {
        return sha == null ? null : sha.substring(0, Math.min(NAME_DIGITS, sha.length()));
    }

    public boolean zombie() {
        return group == null;
    }

    /** Short, because a record's own text would put the code into every log line. */
    @Override
    public String toString() {
        return "Deployment[" + id + "]";
    }
}
