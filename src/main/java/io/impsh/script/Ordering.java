package io.impsh.script;

import io.impsh.model.Entity;
import java.time.Instant;
import java.util.Comparator;
import org.graalvm.polyglot.Value;

/** Orders rows: numbers by size, then times, then truth values, everything else as text; what is unset comes last. */
final class Ordering<T extends Entity> {
    private final EntityKind<T> kind;
    private final Host host;

    Ordering(EntityKind<T> kind, Host host) {
        this.kind = kind;
        this.host = host;
    }

    Comparator<T> by(Value key) {
        boolean down = key.isString() && key.asString().startsWith("-");
        Value name = down ? Value.asValue(key.asString().substring(1)) : key;
        KeyOf<T> read = KeyOf.read(kind, name, host);
        Comparator<Object> values = Comparator.nullsLast(down ? direct().reversed() : direct());
        return Comparator.comparing(row -> read.read().apply(row), values);
    }

    private static Comparator<Object> direct() {
        return (left, right) -> {
            if (left instanceof Number a && right instanceof Number b) {
                return Double.compare(a.doubleValue(), b.doubleValue());
            }
            if (left instanceof Instant a && right instanceof Instant b) {
                return a.compareTo(b);
            }
            if (left instanceof Boolean a && right instanceof Boolean b) {
                return Boolean.compare(a, b);
            }
            // by sort first, as a comparison that goes round in a circle cannot be sorted by
            int sort = Integer.compare(sort(left), sort(right));
            return sort != 0 ? sort : left.toString().compareTo(right.toString());
        };
    }

    private static int sort(Object value) {
        if (value instanceof Number) {
            return 0;
        }
        return value instanceof Instant ? 1 : value instanceof Boolean ? 2 : 3;
    }
}
