package io.impsh.shell;

import io.impsh.script.Completeness;
import io.impsh.script.Completions;
import java.util.List;

/** What the prompt takes: commands with a dot, and JavaScript. */
record ShellLanguage(DotCommands commands, Evaluator evaluator) implements EntryLanguage {
    /** An evaluator that cannot tell must not keep the entry from being evaluated, which shows why. */
    @Override
    public Completeness completeness(String text) {
        if (DotCommands.isCommand(text)) {
            return Completeness.COMPLETE;
        }
        try {
            return evaluator.completeness(text);
        } catch (RuntimeException e) {
            return Completeness.INVALID;
        }
    }

    @Override
    public Completions complete(String text, int cursor) {
        String before = text.substring(0, cursor);
        if (DotCommands.isCommand(before) || before.strip().equals(".")) {
            return commands.complete(text, cursor);
        }
        return evaluator.complete(text, cursor);
    }

    @Override
    public List<String> commandNames() {
        return commands.names();
    }
}
