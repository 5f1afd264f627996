package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.script.Input;
import io.impsh.script.ResultSink;
import io.impsh.script.ScriptSession;
import io.impsh.script.WarmEngine;
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
    /** What the line editor is used for: Tab, an entry of several lines, a search in the history, a mistake. */
    private static final String KEYS = String.join(
            "\r",
            "devices.wh\t{online: true}).limit(3)",
            "dev\t\t\u0007\u0015products",
            "function twice(x) {",
            "return x * 2 }",
            "\u0012prod\r",
            "devices.first().nam",
            ".help",
            "help(devices)",
            "\u0004");

    /** The start without the sandbox takes another way. */
    private static final String FEWER_KEYS = "1 + 1\r.profile\r\u0004";

    private Training() {}

    static boolean isWanted(CommandContext context) {
        return context.environment().getOrDefault("IMPSH_TRAIN", "").equals("1");
    }

    static void run(CommandContext context, ScriptSession session) {
        TYPED.forEach(text -> session.complete(text, text.length()));
        session.completeness("function unfinished() {");
        ENTERED.forEach(text -> enter(context, session, text));
        rehearse(context, KEYS, "--sandbox");
        rehearse(context, FEWER_KEYS);
    }

    private static void enter(CommandContext context, ScriptSession session, String text) {
        ResultSink sink = context.printer()::print;
        try {
            session.evaluate(new Input.Typed("training", text), sink);
        } catch (UserException expected) {
            context.tellFailure(expected);
        }
    }

    private static void rehearse(CommandContext context, String keys, String... words) {
        CommandContext own = new CommandContext(
                OptionReader.read(words).options(),
                context.streams(),
                context.interrupts(),
                context.environment(),
                WarmEngine::begin);
        InteractiveRun.rehearse(own, keys);
    }
}
