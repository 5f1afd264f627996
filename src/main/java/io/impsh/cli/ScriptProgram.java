package io.impsh.cli;

import io.impsh.library.SavedScript;
import io.impsh.library.ScriptLibrary;
import io.impsh.script.Input;
import io.impsh.script.ScriptSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A saved script, or a file; a file without a header takes its words as they are. */
record ScriptProgram(ScriptLibrary library, String name, List<String> words, InputStream in) implements Program {
    @Override
    public List<Step> steps(ScriptSession session) {
        SavedScript script = library.find(name);
        Input input = script.hasHeader() || !ScriptLibrary.isFile(name)
                ? script.input(words, this::standardInput)
                : new Input.File(name, script.text(), withoutEnd());
        return List.of(new Step(input, true));
    }

    /** Without the first {@code --}, which ended the options of impsh. */
    private List<String> withoutEnd() {
        List<String> args = new ArrayList<>(words);
        args.remove("--");
        return args;
    }

    private String standardInput() {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
