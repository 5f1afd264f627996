package io.impsh.script;

import io.impsh.model.Entity;
import io.impsh.model.EntityRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An entity as a row of a table or as a JSON object. */
final class EntityItem<T extends Entity> implements Shown.Item {
    private final EntityKind<T> kind;
    private final T entity;
    private final Iterable<String> columns;
    private final Host host;

    private EntityItem(EntityKind<T> kind, T entity, Iterable<String> columns, Host host) {
        this.kind = kind;
        this.entity = entity;
        this.columns = columns;
        this.host = host;
    }

    static <T extends Entity> EntityItem<T> of(Handle<T> handle, Host host) {
        return new EntityItem<>(handle.kind(), handle.entity(host), null, host);
    }

    /** @param columns what {@code select} chose, or {@code null} for everything */
    static <T extends Entity> EntityItem<T> of(EntityKind<T> kind, T entity, Iterable<String> columns, Host host) {
        return new EntityItem<>(kind, entity, columns, host);
    }

    @Override
    public Object cell(String column) {
        EntityKind.Property<T> property = kind.property(column);
        if (property != null) {
            Object value = property.read().apply(entity);
            return value instanceof List<?> words ? joined(words) : value;
        }
        EntityKind.Relation<T> relation = kind.relation(column);
        return relation == null ? null : host.directory().nameOf(relation.of(entity, host));
    }

    @Override
    public Shown.Unit unit(String column) {
        EntityKind.Property<T> property = kind.property(column);
        return property == null ? Shown.Unit.NONE : property.unit();
    }

    /** Of tags, which have no blanks in them. */
    private static String joined(List<?> words) {
        return words.isEmpty() ? null : words.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** Sends nothing: relations are told by name only where it is known. */
    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (String key : columns != null ? columns : kind.keys()) {
            EntityKind.Property<T> property = kind.property(key);
            json.put(key, property != null ? property.read().apply(entity) : pointer(key));
        }
        return json;
    }

    private Map<String, Object> pointer(String key) {
        EntityRef ref = kind.relation(key).read().apply(entity);
        return ref == null ? null : pointer(ref, host);
    }

    /** With its name if that needs no request. */
    static Map<String, Object> pointer(EntityRef ref, Host host) {
        Map<String, Object> pointer = new LinkedHashMap<>();
        pointer.put("id", ref.id());
        pointer.put("type", ref.type());
        String name = host.directory().knownNameOf(ref);
        if (name != null) {
            pointer.put("name", name);
        }
        return pointer;
    }
}
