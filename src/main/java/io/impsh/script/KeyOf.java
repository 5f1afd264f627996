package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.model.Entity;
import java.util.function.Function;
import org.graalvm.polyglot.Value;

/**
 * What a row is ordered or grouped by.
 *
 * @param read gives a scalar
 */
record KeyOf<T extends Entity>(Function<T, Object> read) {
    /** @param key a property's or relation's name, or a function of the entity */
    static <T extends Entity> KeyOf<T> read(EntityKind<T> kind, Value key, Host host) {
        if (key.canExecute()) {
            return new KeyOf<>(
                    row -> host.values().toJava(key.execute(host.objects().entity(Handle.of(kind, row)))));
        }
        String name = key.isString() ? key.asString() : host.values().describe(key);
        EntityKind.Property<T> property = kind.property(name);
        if (property != null) {
            return new KeyOf<>(property.read());
        }
        EntityKind.Relation<T> relation = kind.relation(name);
        if (relation != null) {
            return new KeyOf<>(row -> host.directory().nameOf(relation.of(row, host)));
        }
        throw new UserException(
                "USAGE",
                kind.plural() + " have no '" + name + "'" + Nearest.question(name, kind.keys()),
                "keys: " + String.join(", ", kind.keys()));
    }

    String text(T row) {
        Object value = read.apply(row);
        return value instanceof Double number && number == Math.rint(number)
                ? String.valueOf(number.longValue())
                : String.valueOf(value);
    }
}
