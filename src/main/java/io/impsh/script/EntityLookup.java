package io.impsh.script;

import io.impsh.model.Entity;

/**
 * Finds an entity by whatever identifies it, as {@code get} of the collection does; of builds that are all the same code
 * the one that was made first, so that a copy does not make what it was copied from ambiguous.
 */
public interface EntityLookup {
    /**
     * @param kind {@code product}, {@code group}, {@code device}, {@code build} or {@code account}
     * @throws io.impsh.UserException with code {@code NOT_FOUND} and the nearest names, or {@code AMBIGUOUS} and the
     *     matches
     */
    Entity resolve(String kind, String identifier);
}
