package io.impsh.script;

import io.impsh.UserException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The script library as the language sees it. */
public interface SavedScripts {
    /**
     * Finds a saved script, checks its parameters and makes it ready to run.
     *
     * @param wanted a bare name of the library, or a file with {@code ./} or {@code .js}, and its parameters
     * @throws io.impsh.UserException with code {@code USAGE} when the script or a parameter is wrong
     */
    Prepared prepare(Input.Saved wanted, EntityLookup lookup, ScriptIo io);

    /**
     * Finds a piece that scripts share, such as {@code lib/usage.js}: beside the script that wants it, then in the
     * folders of the library. Never in the present directory.
     *
     * @param beside the folder of the script that wants it, or {@code null}
     * @throws io.impsh.UserException with code {@code USAGE} when there is none
     */
    default Piece piece(String name, Path beside) {
        throw new UserException("USAGE", "there are no saved scripts here, so there is no " + name, null);
    }

    /** All scripts by name, each with what it is for. */
    List<Summary> list();

    /** Those of which the name, the description, a parameter or what is said about one has the word, in whatever case. */
    default List<Summary> search(String word) {
        return List.of();
    }

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
     * @param folder where the script is, or {@code null} when it is nowhere
     * @param parameters values by name: scalars, lists of them, and {@link io.impsh.model.Entity}; absent optional ones
     *     are not in it
     */
    record Prepared(String sourceName, String text, Path folder, Map<String, Object> parameters, List<String> args) {}

    /** @param sourceName what error positions call it */
    record Piece(String sourceName, String text) {}

    record Summary(String name, String description) {
        public Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", name);
            json.put("description", description);
            return json;
        }
    }
}
