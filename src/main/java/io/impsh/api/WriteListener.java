package io.impsh.api;

import io.impsh.model.Entity;

/**
 * Hears of every change that the service has accepted from a client, whichever of its views sent it. Called on the thread
 * that wrote, before the call returns; never in a dry run. A change whose answer was lost is not told.
 */
public interface WriteListener {
    /** Something was created or changed, and is now like this. */
    void changed(Entity entity);

    /**
     * Something is gone.
     *
     * @param collection as in its path, such as {@code devicegroups}
     */
    void removed(String collection, String id);

    /** One that does not care. */
    static WriteListener none() {
        return new WriteListener() {
            @Override
            public void changed(Entity entity) {}

            @Override
            public void removed(String collection, String id) {}
        };
    }
}
