package io.impsh.script;

import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A pointer that must lead to one entity whose id is known.
 *
 * @param parameter the service's filter, or {@code null} if it has none
 */
record PointsTo<T extends Entity>(EntityKind.Relation<T> relation, String parameter, String id)
        implements Criterion<T> {
    @Override
    public Predicate<T> test(Host host) {
        return row -> {
            EntityRef ref = relation.of(row, host);
            return ref != null && ref.id().equals(id);
        };
    }

    @Override
    public Optional<ServerTerm> serverTerm(Host host) {
        return parameter == null ? Optional.empty() : Optional.of(new ServerTerm(parameter, List.of(id)));
    }
}
