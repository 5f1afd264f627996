package io.impsh.script;

import java.util.List;
import java.util.Map;

/** Something to evaluate. */
public sealed interface Input {
    /** What error positions call it, such as {@code input 3} or a file's name. */
    String name();

    /**
     * One input of the prompt, of {@code -e} or of a program on standard input: shares its declarations with the next.
     *
     * @param firstLine the number of its first line in what it is a piece of
     */
    record Typed(String name, String text, int firstLine) implements Input {
        public Typed(String name, String text) {
            this(name, text, 1);
        }
    }

    /** A file without a header: its {@code let}, {@code const} and {@code class} stay inside. */
    record File(String name, String text, List<String> args) implements Input {}

    /** A saved script by name or path, with the parameters as given: texts from a command line, values from a script. */
    record Saved(String name, Map<String, Object> parameters, List<String> args, Giver giver) implements Input {
        public Saved(String name, Map<String, Object> parameters, List<String> args) {
            this(name, parameters, args, Giver.COMMAND_LINE);
        }
    }

    /** Who gave the parameters of a saved script. A secret may come from a script only: what is typed, others may see. */
    enum Giver {
        COMMAND_LINE,
        TYPED,
        SCRIPT
    }
}
