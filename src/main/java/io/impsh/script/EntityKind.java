package io.impsh.script;

import io.impsh.api.Filter;
import io.impsh.api.ImpClient;
import io.impsh.api.PagedIterable;
import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One sort of entity: its words, its facts, and how the service lists it. Filters, tables, CSV, help and the members of
 * entities are all made from it.
 *
 * @param typeName the script type of one, such as {@code DeviceGroup}
 * @param singular what people call one, such as {@code group}
 * @param plural what people call many
 * @param collection the global name, such as {@code deviceGroups}
 * @param idForm texts that look like an id and are tried as one first
 * @param properties facts in the order of a full record
 * @param relations pointers to other entities
 * @param columns what a table shows unless told otherwise
 * @param filterKeys what {@code where} understands besides properties and relations
 * @param serverFilters filters of the service by key of {@code where}; the values sent are ids, or for keys that hold no
 *     entity the texts that {@code filterValue} makes
 */
record EntityKind<T extends Entity>(
        String typeName,
        String singular,
        String plural,
        String collection,
        Pattern idForm,
        List<Property<T>> properties,
        List<Relation<T>> relations,
        List<String> columns,
        List<String> filterKeys,
        Map<String, ServerFilter> serverFilters,
        BiFunction<ImpClient, Filter, PagedIterable<T>> lister,
        BiFunction<ImpClient, String, T> getter) {

    /**
     * A fact: {@code read} gives a scalar, a list or a map, as {@link Shown} lists them.
     *
     * @param bulky so large that tables show it only when it is asked for
     * @param applies whether a record shows it: some facts only some of a kind can have
     * @param unit of a number, for people
     */
    record Property<T>(
            String name,
            String type,
            String text,
            Function<T, Object> read,
            boolean bulky,
            Predicate<T> applies,
            Shown.Unit unit) {
        Property(String name, String type, String text, Function<T, Object> read, boolean bulky, Predicate<T> applies) {
            this(name, type, text, read, bulky, applies, Shown.Unit.NONE);
        }

        Property(String name, String type, String text, Function<T, Object> read) {
            this(name, type, text, read, false);
        }

        Property(String name, String type, String text, Function<T, Object> read, boolean bulky) {
            this(name, type, text, read, bulky, any -> true);
        }

        Property<T> in(Shown.Unit counted) {
            return new Property<>(name, type, text, read, bulky, applies, counted);
        }
    }

    /**
     * A pointer to an entity of another kind.
     *
     * @param read as the service sent it
     * @param otherwise where else it can be learnt from when the service did not send it
     * @param applies whether a record shows it
     */
    record Relation<T>(
            String name,
            String target,
            String type,
            String text,
            Function<T, EntityRef> read,
            BiFunction<T, Host, EntityRef> otherwise,
            Predicate<T> applies) {
        Relation(String name, String target, String type, String text, Function<T, EntityRef> read) {
            this(name, target, type, text, read, (entity, host) -> null, any -> true);
        }

        Relation<T> otherwise(BiFunction<T, Host, EntityRef> concluded) {
            return new Relation<>(name, target, type, text, read, concluded, applies);
        }

        Relation<T> onlyOf(Predicate<T> some) {
            return new Relation<>(name, target, type, text, read, otherwise, some);
        }

        /** The pointer; where the service has left it out, what can be concluded from others. */
        EntityRef of(T entity, Host host) {
            EntityRef sent = read.apply(entity);
            return sent != null ? sent : otherwise.apply(entity, host);
        }
    }

    /**
     * @param toWire turns a plain value of {@code where} into the filter's text
     * @param unset the service's own way to say that a pointer is unset, or {@code null}
     */
    record ServerFilter(String parameter, Function<String, String> toWire, ServerTerm unset) {
        static ServerFilter of(String parameter) {
            return by(parameter, Function.identity());
        }

        static ServerFilter by(String parameter, Function<String, String> toWire) {
            return new ServerFilter(parameter, toWire, null);
        }

        ServerFilter orUnset(ServerTerm term) {
            return new ServerFilter(parameter, toWire, term);
        }
    }

    PagedIterable<T> list(ImpClient client, Filter filter) {
        return lister.apply(client, filter);
    }

    T get(ImpClient client, String id) {
        return getter.apply(client, id);
    }

    Property<T> property(String name) {
        return properties.stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    Relation<T> relation(String name) {
        return relations.stream()
                .filter(relation -> relation.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether people call them by names; the others go by their ids. */
    boolean isNamed() {
        return property("name") != null;
    }

    /** A fact that every one has, for examples. */
    String plainKey() {
        return isNamed() ? "name" : columns.get(0);
    }

    /** Every name that {@code sortBy}, {@code groupBy} and {@code select} understand. */
    List<String> keys() {
        List<String> keys = new ArrayList<>();
        properties.forEach(property -> keys.add(property.name()));
        relations.forEach(relation -> keys.add(relation.name()));
        return keys;
    }

    /** Every name that {@code where} understands. */
    List<String> whereKeys() {
        List<String> keys = keys();
        keys.addAll(filterKeys);
        return keys;
    }

    /** Everything that a record, or a CSV file, shows without being told. */
    List<String> recordColumns() {
        List<String> shown = keys();
        properties.stream().filter(Property::bulky).forEach(property -> shown.remove(property.name()));
        return shown;
    }

    /** Of one entity, without what it cannot have. */
    List<String> recordColumns(T entity) {
        List<String> shown = recordColumns();
        properties.stream()
                .filter(property -> !property.applies().test(entity))
                .forEach(property -> shown.remove(property.name()));
        relations.stream()
                .filter(relation -> !relation.applies().test(entity))
                .forEach(relation -> shown.remove(relation.name()));
        return shown;
    }

    Shown.Noun noun() {
        return new Shown.Noun(singular, plural);
    }
}
