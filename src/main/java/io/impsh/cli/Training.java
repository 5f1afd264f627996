package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.script.Input;
import io.impsh.script.ResultSink;
import io.impsh.script.ScriptSession;
import java.util.List;

/**
 * Work done only while the class archive is being made, which holds the classes that were loaded by then: what a first
 * session will want and a short program does not touch.
 */
final class Training {
    private static final List<String> TYPED = List.of("devices.", "products.Th", "devices.where({gro");
    private static final List<String> ENTERED = List.of(
            "let group = groups.get('Line 1')",
            "devices.where({group, online: true}).countBy('impType')",
            "devices.where({group}).limit(2).assignTo('Line 2')",
            "help(devices)",
            "devices.first().nam",
            "function twice(x) { return x * 2 }; [1, 2].map(twice)");
    private static final List<String> OF_THE_PROMPT = List.of(
            "io.impsh.shell.Shell",
            "org.jline.reader.impl.LineReaderImpl",
            "org.jline.terminal.TerminalBuilder",
            "org.jline.reader.impl.history.DefaultHistory");

    private Training() {}

    static boolean isWanted(CommandContext context) {
        return context.environment().getOrDefault("IMPSH_TRAIN", "").equals("1");
    }

    static void run(CommandContext context, ScriptSession session) {
        TYPED.forEach(text -> session.complete(text, text.length()));
        session.completeness("function unfinished() {");
        ENTERED.forEach(text -> enter(context, session, text));
        OF_THE_PROMPT.forEach(Training::load);
    }

    private static void enter(CommandContext context, ScriptSession session, String text) {
        ResultSink sink = context.printer()::print;
        try {
            session.evaluate(new Input.Typed("training", text), sink);
        } catch (UserException expected) {
            context.tellFailure(expected);
        }
    }

    private static void load(String className) {
        try {
            Class.forName(className);
        } catch (ClassNotFoundException | LinkageError missing) {
            // Then it is not in the archive.
            return;
        }
    }
}
