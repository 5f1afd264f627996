package io.impsh.script;

import java.util.List;

/** What completion may know of the user's variables without running anything of theirs. */
interface Variables {
    /** A key of an object of the user's. */
    record Key(String name, boolean isFunction) {}

    /**
     * What a variable, or a property of one, holds.
     *
     * @param type the script type, or one of JavaScript's own such as {@code string} or {@code Device[]}; {@code null}
     *     when it is neither
     * @param keys of a plain object of the user's
     */
    record Held(String type, List<Key> keys) {
        static final Held NOTHING = new Held(null, List.of());
    }

    /** @param path the name of a variable, then of properties of it */
    Held look(List<String> path);

    List<String> names();

    static Variables none() {
        return new Variables() {
            @Override
            public Held look(List<String> path) {
                return Held.NOTHING;
            }

            @Override
            public List<String> names() {
                return List.of();
            }
        };
    }
}
