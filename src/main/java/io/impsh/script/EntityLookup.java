package io.impsh.script;

import io.impsh.model.Entity;

/** Finds an entity by whatever identifies it, as {@code get} of the collection does. */
public interface EntityLookup {
    /**
     * @param kind {@code product}, {@code group}, {@code device}, {@code build} or {@code account}
     * @throws io.impsh.UserException with code {@code NOT_FOUND} and the nearest names, or {@code AMBIGUOUS} and the
     *     matches
     */
    Entity resolve(String kind, String identifier);
}
