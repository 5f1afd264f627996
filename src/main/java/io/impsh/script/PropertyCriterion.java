package io.impsh.script;

import io.impsh.model.Entity;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A fact that must have a value.
 *
 * @param filter how the service filters by it, or {@code null}
 */
record PropertyCriterion<T extends Entity>(
        EntityKind.Property<T> property, EntityKind.ServerFilter filter, ValueTest wanted) implements Criterion<T> {
    @Override
    public Predicate<T> test(Host host) {
        return row -> wanted.test().test(property.read().apply(row));
    }

    @Override
    public Optional<ServerTerm> serverTerm(Host host) {
        boolean texts = !wanted.plainValues().isEmpty()
                && wanted.plainValues().stream().allMatch(value -> value instanceof String || value instanceof Boolean);
        return filter == null || !texts
                ? Optional.empty()
                : Optional.of(new ServerTerm(
                        filter.parameter(),
                        wanted.plainValues().stream()
                                .map(value -> filter.toWire().apply(value.toString()))
                                .distinct()
                                .toList()));
    }
}
