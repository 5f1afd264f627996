package io.impsh.library;

import io.impsh.script.ScriptIo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a script's secrets come from when the command line names no file for them. */
final class SecretSource {
    private final Map<String, String> environment;
    private final ScriptIo io;

    SecretSource(Map<String, String> environment, ScriptIo io) {
        this.environment = environment;
        this.io = io;
    }

    /** Empty for an optional one that is not in the environment. */
    Optional<Object> of(Parameter parameter) {
        String value = environment.get(parameter.variable());
        if (value == null && parameter.required()) {
            value = io.askSecret(parameter.option() + ", " + parameter.description() + ": ");
        }
        return Optional.ofNullable(value).map(secret -> parameter.repeated() ? List.of(secret) : secret);
    }

    /** Not a word of the value itself: the message may end up in a log. */
    UsageException refusal(Parameter parameter, String value) {
        String instead = "leave it out to be asked, or give " + parameter.option() + " @FILE, " + parameter.option()
                + " - for standard input, or " + parameter.variable();
        return TextValue.wrong(
                parameter, value.isEmpty() ? "empty" : "a secret cannot be given as an argument", instead);
    }
}
