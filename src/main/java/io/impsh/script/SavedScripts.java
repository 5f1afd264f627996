package io.impsh.script;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The script library as the language sees it. */
public interface SavedScripts {
    /**
     * Finds a saved script, checks its parameters and makes it ready to run.
     *
     * @param name a bare name of the library, or a file with {@code ./} or {@code .js}
     * @throws io.impsh.UserException with code {@code USAGE} when the script or a parameter is wrong
     */
    Prepared prepare(String name, Map<String, Object> parameters, List<String> args, EntityLookup lookup, ScriptIo io);

    /** The names of all scripts, for completion. */
    List<Summary> list();

    /** The help of a script of the library, or nothing when there is none of that name. */
    default Optional<HelpPage> help(String name) {
        return Optional.empty();
    }

    /** The parameters of a script, for completion; none when there is no such script. */
    default List<Argument> parameters(String name) {
        return List.of();
    }

    /**
     * @param sourceName what error positions call it
     * @param parameters values by name: scalars, lists of them, and {@link io.impsh.model.Entity}; absent optional ones
     *     are not in it
     */
    record Prepared(String sourceName, String text, Map<String, Object> parameters, List<String> args) {}

    record Summary(String name, String description) {}
}
