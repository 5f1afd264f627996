package io.impsh.script;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/** Reads what {@code where} was given; unknown keys, {@code undefined} and values of the wrong type are errors. */
final class WhereReader<T extends Entity> {
    private final EntityKind<T> kind;
    private final Host host;

    WhereReader(EntityKind<T> kind, Host host) {
        this.kind = kind;
        this.host = host;
    }

    QueryStep.Where<T> read(Value filter) {
        if (!GuestValues.isPlainObject(filter)) {
            throw new UserException(
                    "USAGE",
                    "where takes an object such as {" + kind.keys().get(2) + ": …}, not "
                            + host.values().describe(filter),
                    filter.canExecute() && !ValueTest.isRegularExpression(filter)
                            ? "filter(fn) takes a function"
                            : "usage: where({key: value, …})");
        }
        List<Criterion<T>> criteria = new ArrayList<>();
        for (String key : filter.getMemberKeys()) {
            criteria.add(criterion(key, filter.getMember(key)));
        }
        return new QueryStep.Where<>(List.copyOf(criteria));
    }

    private Criterion<T> criterion(String key, Value wanted) {
        if (Call.isUndefined(wanted)) {
            throw new UserException(
                    "USAGE",
                    "where: " + key + " is undefined, which would match anything or nothing",
                    "leave the key out, or say null for unset");
        }
        if (kind == EntityKinds.BUILD && BuildCriteria.KEYS.contains(key)) {
            return ofBuilds(BuildCriteria.read(key, wanted, host));
        }
        EntityKind.Property<T> property = kind.property(key);
        if (property != null) {
            ValueTest test = ValueTest.read(wanted, host);
            test.plainValues().forEach(value -> checkType(property, value));
            return new PropertyCriterion<>(property, kind.serverFilters().get(key), test);
        }
        EntityKind.Relation<T> relation = kind.relation(key);
        if (relation != null) {
            return RelationCriterion.read(relation, kind.serverFilters().get(key), wanted, host);
        }
        throw new UserException(
                "USAGE",
                kind.plural() + " have no '" + key + "' to filter by" + Nearest.question(key, kind.whereKeys()),
                "keys: " + String.join(", ", kind.whereKeys()));
    }

    @SuppressWarnings("unchecked") // the kind is that of builds
    private Criterion<T> ofBuilds(Criterion<Deployment> criterion) {
        return (Criterion<T>) criterion;
    }

    private void checkType(EntityKind.Property<T> property, Object value) {
        String type = property.type();
        boolean right = value == null
                || type.contains("boolean") && value instanceof Boolean
                || type.contains("number") && value instanceof Number
                || type.contains("string") && value instanceof String
                || type.contains("Date") && value instanceof Instant;
        if (!right) {
            throw new UserException(
                    "USAGE",
                    "where: " + property.name() + " is a " + type.replace(" | null", "") + ", so it never equals "
                            + (value instanceof String ? "'" + value + "'" : String.valueOf(value)),
                    type.contains("Date")
                            ? "compare with a function: {" + property.name()
                                    + ": time => time > new Date('2024-01-31')}"
                            : null);
        }
        if ((property.name().equals("kind") || property.name().equals("groupKind"))
                && value instanceof String text
                && DeviceGroupType.ofKind(text).isEmpty()) {
            throw new UserException(
                    "USAGE",
                    "where: no kind of group is called '" + text + "'"
                            + Nearest.question(text, DeviceGroupType.kinds()),
                    "kinds: " + String.join(", ", DeviceGroupType.kinds()));
        }
    }
}
