package io.impsh.library;

import io.impsh.script.Input;
import io.impsh.script.ScriptIo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a script's secrets come from when the command line names no file for them. */
final class SecretSource {
    /** As wherever else the language takes a secret. */
    private static final String ASK = "ask";

    private final Map<String, String> environment;
    private final ScriptIo io;
    private final Input.Giver giver;

    SecretSource(Map<String, String> environment, ScriptIo io, Input.Giver giver) {
        this.environment = environment;
        this.io = io;
        this.giver = giver;
    }

    /** Empty for an optional one that is not in the environment. */
    Optional<Object> of(Parameter parameter) {
        String value = environment.get(parameter.variable());
        if (value == null && parameter.required()) {
            value = asked(parameter);
        }
        return Optional.ofNullable(value).map(secret -> parameter.repeated() ? List.of(secret) : secret);
    }

    /** What a running script hands on is taken; what was typed is refused, but for the word that has it asked for. */
    String given(Parameter parameter, String text) {
        if (giver != Input.Giver.COMMAND_LINE && text.equals(ASK)) {
            return asked(parameter);
        }
        if (giver != Input.Giver.SCRIPT || text.isEmpty()) {
            throw refusal(parameter, text);
        }
        return text;
    }

    private String asked(Parameter parameter) {
        return io.askSecret(parameter.option() + ", " + parameter.description() + ": ");
    }

    /** Not a word of the value itself: the message may end up in a log. */
    private UsageException refusal(Parameter parameter, String text) {
        if (text.isEmpty()) {
            return TextValue.wrong(parameter, "empty", instead(parameter));
        }
        return giver == Input.Giver.COMMAND_LINE
                ? TextValue.wrong(parameter, "a secret cannot be given as an argument", instead(parameter))
                : TextValue.wrong(
                        parameter,
                        "a secret cannot be typed",
                        parameter.name() + ": 'ask' asks for it; only a script can hand one to another");
    }

    private static String instead(Parameter parameter) {
        return "leave it out to be asked, or give " + parameter.option() + " @FILE, " + parameter.option()
                + " - for standard input, or " + parameter.variable();
    }
}
