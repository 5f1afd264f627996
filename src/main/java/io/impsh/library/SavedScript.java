package io.impsh.library;

import io.impsh.script.Input;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A script that was found and whose header was read.
 *
 * @param name as it was asked for
 * @param path where it is
 * @param header what it says about itself; without parameters when it has none
 * @param hasHeader whether it has one
 * @param hidden another script of that name that this one hides, or {@code null}
 */
public record SavedScript(String name, Path path, String text, ScriptHeader header, boolean hasHeader, Path hidden) {
    /**
     * Reads what follows the name on the command line.
     *
     * @param standardInput read at most once, when a secret is to come from there
     * @throws UsageException for a parameter that is unknown, without its value, or given twice
     */
    public Input.Saved input(List<String> words, Supplier<String> standardInput) {
        if (!hasHeader) {
            return new Input.Saved(name, Map.of(), words);
        }
        ParameterWords read = new ParameterWords(this, standardInput).read(words);
        return new Input.Saved(name, read.values(), read.args());
    }

    /** What {@code --help} prints; ends in a line feed. */
    public String help() {
        return ScriptHelp.of(this);
    }
}
