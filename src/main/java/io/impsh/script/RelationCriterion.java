package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.graalvm.polyglot.Value;

/**
 * A pointer that must lead to one of some entities. Names are resolved when the query runs, once; a plain name must mean
 * exactly one, patterns and functions may match many.
 */
final class RelationCriterion<T extends Entity> implements Criterion<T> {
    private final EntityKind.Relation<T> relation;
    private final EntityKind.ServerFilter filter;
    private final List<Value> wanted;
    private Set<String> ids;

    private RelationCriterion(EntityKind.Relation<T> relation, EntityKind.ServerFilter filter, List<Value> wanted) {
        this.relation = relation;
        this.filter = filter;
        this.wanted = wanted;
    }

    static <T extends Entity> RelationCriterion<T> read(
            EntityKind.Relation<T> relation, EntityKind.ServerFilter filter, Value wanted, Host host) {
        List<Value> values = new ArrayList<>();
        if (wanted.hasArrayElements()) {
            for (long index = 0; index < wanted.getArraySize(); index++) {
                values.add(wanted.getArrayElement(index));
            }
        } else {
            values.add(wanted);
        }
        values.forEach(value -> check(relation, value, host));
        return new RelationCriterion<>(relation, filter, values);
    }

    private static void check(EntityKind.Relation<?> relation, Value value, Host host) {
        boolean fits = value.isNull() && !Call.isUndefined(value)
                || value.isString()
                || value.canExecute()
                || ValueTest.isRegularExpression(value)
                || isEntity(value, relation.target());
        if (!fits) {
            throw new UserException(
                    "USAGE",
                    "where: " + relation.name() + " cannot be " + host.values().describe(value),
                    "use a name, "
                            + HostObject.article(
                                    EntityKinds.ofSingular(relation.target()).typeName())
                            + ", an array of these, a regular expression, a function or null");
        }
    }

    private static boolean isEntity(Value value, String singular) {
        return value.isProxyObject()
                && value.asProxyObject() instanceof EntityObject<?> object
                && object.self().kind().singular().equals(singular);
    }

    private boolean wantsUnset() {
        return wanted.stream().anyMatch(Value::isNull);
    }

    @Override
    public Predicate<T> test(Host host) {
        Set<String> allowed = ids(host);
        boolean unset = wantsUnset();
        return row -> {
            EntityRef ref = relation.of(row, host);
            return ref == null ? unset : allowed.contains(ref.id());
        };
    }

    @Override
    public Optional<ServerTerm> serverTerm(Host host) {
        if (filter == null) {
            return Optional.empty();
        }
        if (wantsUnset()) {
            return wanted.size() == 1 ? Optional.ofNullable(filter.unset()) : Optional.empty();
        }
        return Optional.of(new ServerTerm(filter.parameter(), List.copyOf(ids(host))));
    }

    private Set<String> ids(Host host) {
        if (ids == null) {
            Set<String> found = new LinkedHashSet<>();
            EntityKind<?> target = EntityKinds.ofSingular(relation.target());
            wanted.forEach(value -> add(found, target, value, host));
            ids = found;
        }
        return ids;
    }

    private <R extends Entity> void add(Set<String> found, EntityKind<R> target, Value value, Host host) {
        if (value.isNull()) {
            return;
        }
        if (value.isString() || isEntity(value, target.singular())) {
            found.add(
                    value.isString()
                            ? host.directory().get(target, value.asString()).id()
                            : Identified.identifier(target, value, host));
            return;
        }
        for (R entity : host.directory().listing(target)) {
            boolean matches = ValueTest.isRegularExpression(value)
                    ? entity.name() != null && ValueTest.matches(value, entity.name())
                    : JsTruth.of(value.execute(host.objects().entity(entity)));
            if (matches) {
                found.add(entity.id());
            }
        }
    }
}
