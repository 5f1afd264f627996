package io.impsh.cli;

import io.impsh.library.UsageException;
import io.impsh.script.Input;
import java.util.ArrayList;
import java.util.List;

/** What {@code --shell} evaluates before the first prompt: it shares its variables with what is typed then. */
final class FirstInputs {
    private FirstInputs() {}

    /** @throws UsageException when nobody could go on at a prompt, or the file wants parameters */
    static List<Input.Typed> of(Command command, CommandContext context) {
        if (!context.streams().inIsTerminal()) {
            throw new UsageException("--shell goes on at a prompt, and standard input is no terminal", null);
        }
        if (command instanceof Command.Evaluate evaluate) {
            return expressions(evaluate.expressions());
        }
        return command instanceof Command.RunFile file ? List.of(file(file, context)) : List.of();
    }

    private static List<Input.Typed> expressions(List<String> texts) {
        List<Input.Typed> inputs = new ArrayList<>();
        for (String text : texts) {
            inputs.add(new Input.Typed(texts.size() == 1 ? "-e" : "-e " + (inputs.size() + 1), text));
        }
        return inputs;
    }

    private static Input.Typed file(Command.RunFile run, CommandContext context) {
        if (!run.words().isEmpty()) {
            throw new UsageException(
                    "--shell runs a file as if it were typed, without '"
                            + run.words().get(0) + "'",
                    "run('" + run.file() + "', {...}) at the prompt gives it parameters");
        }
        return new Input.Typed(
                run.file(), ScriptFolders.library(context).find(run.file()).text());
    }
}
