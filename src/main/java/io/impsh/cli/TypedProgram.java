package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.script.Completeness;
import io.impsh.script.Input;
import io.impsh.script.ScriptSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The program on standard input: run input by input as if typed; the value of the last one is printed. */
record TypedProgram(InputStream in) implements Program {
    private static final String NAME = "standard input";

    @Override
    public List<Step> steps(ScriptSession session) {
        try {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return steps(text, session::completeness);
        } catch (IOException failure) {
            throw new UserException("INPUT", "standard input cannot be read: " + failure.getMessage(), null, failure);
        }
    }

    /**
     * Lines are gathered until they are a whole input. Each is given as many empty lines before it as the program has, so
     * that errors name the line of the program.
     */
    static List<Step> steps(String text, Function<String, Completeness> completeness) {
        List<Input> inputs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        int lines = 0;
        int firstLine = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            open.append(open.length() > 0 ? "\n" : "").append(line);
            lines++;
            Completeness state = completeness.apply(open.toString());
            if (state == Completeness.INCOMPLETE) {
                continue;
            }
            if (state != Completeness.EMPTY) {
                inputs.add(input(firstLine, open));
            }
            open.setLength(0);
            firstLine = lines;
        }
        if (!open.toString().isBlank()) {
            inputs.add(input(firstLine, open));
        }
        List<Step> steps = new ArrayList<>();
        inputs.forEach(input -> steps.add(new Step(input, steps.size() == inputs.size() - 1)));
        return steps;
    }

    private static Input input(int linesBefore, StringBuilder text) {
        return new Input.Typed(NAME, "\n".repeat(linesBefore) + text);
    }
}
