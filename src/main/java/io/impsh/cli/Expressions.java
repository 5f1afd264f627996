package io.impsh.cli;

import io.impsh.output.OutputFormat;
import io.impsh.script.Input;
import io.impsh.script.ScriptSession;
import java.util.ArrayList;
import java.util.List;

/** The program of {@code -e}: each value is printed, but JSON is one value, the last. */
record Expressions(List<String> expressions, OutputFormat format) implements Program {
    @Override
    public List<Step> steps(ScriptSession session) {
        List<Step> steps = new ArrayList<>();
        int last = expressions.size() - 1;
        for (int index = 0; index <= last; index++) {
            String name = last == 0 ? "-e" : "-e " + (index + 1);
            boolean printed = format != OutputFormat.JSON || index == last;
            steps.add(new Step(new Input.Typed(name, expressions.get(index)), printed));
        }
        return steps;
    }
}
