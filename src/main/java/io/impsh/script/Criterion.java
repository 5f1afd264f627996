package io.impsh.script;

import io.impsh.model.Entity;
import java.util.Optional;
import java.util.function.Predicate;

/** One key of {@code where} and what its value must be. */
interface Criterion<T extends Entity> {
    /** How to test a row; may ask the service once, for names. */
    Predicate<T> test(Host host);

    /** The same in the service's own filters, where it has one; may ask the service once, for names. */
    Optional<ServerTerm> serverTerm(Host host);
}
