package io.impsh.model;

import java.time.Instant;

/**
 * What all entities of impCentral have in common. Implementations are immutable records: what the service said when it
 * was asked, never refreshed by themselves. A fact that the service did not send is {@code null}.
 */
public interface Entity {
    String id();

    /** The service's concrete type, such as {@code product} or {@code factoryfixture_devicegroup}. */
    String type();

    /** What people call it, or {@code null}: one device in many has no name. */
    String name();

    /** {@code null} where the service keeps no such time (devices). */
    Instant createdAt();

    /** {@code null} where the service keeps no such time (devices). */
    Instant updatedAt();

    /** The account that owns it; {@code null} for accounts. */
    EntityRef owner();

    RawJson raw();

    default EntityRef ref() {
        return new EntityRef(type(), id());
    }
}
