package io.impsh.script;

import io.impsh.model.Entity;
import io.impsh.model.EntityRef;

/**
 * An entity as an object of a script holds it: the pointer, and the facts once somebody has asked for them.
 *
 * @param <T> the record of its kind
 */
final class Handle<T extends Entity> {
    private final EntityKind<T> kind;
    private final EntityRef ref;
    private T entity;

    private Handle(EntityKind<T> kind, EntityRef ref, T entity) {
        this.kind = kind;
        this.ref = ref;
        this.entity = entity;
    }

    static <T extends Entity> Handle<T> of(EntityKind<T> kind, T entity) {
        return new Handle<>(kind, entity.ref(), entity);
    }

    /** One whose facts are read when they are first needed. */
    static <T extends Entity> Handle<T> lazy(EntityKind<T> kind, EntityRef ref) {
        return new Handle<>(kind, ref, null);
    }

    EntityKind<T> kind() {
        return kind;
    }

    EntityRef ref() {
        return ref;
    }

    String id() {
        return ref.id();
    }

    /** Whether the id is only another word for it, such as {@code me}. */
    boolean isAlias() {
        return ref.id().equals("me");
    }

    /** The facts; asks the service when they are not known yet. */
    T entity(Host host) {
        if (entity == null) {
            entity = host.directory().byId(kind, ref.id());
        }
        return entity;
    }

    /** The facts as known, or {@code null}; sends nothing. */
    T known() {
        return entity;
    }

    T reload(Host host) {
        entity = kind.get(host.client(), ref.id());
        return entity;
    }

    /** The facts are read again when they are needed next: something has changed them. */
    void forget() {
        entity = null;
    }

    void replace(T changed) {
        entity = changed;
    }
}
