package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.library.UsageException;
import io.impsh.output.OutputFormat;
import io.impsh.script.Input;
import io.impsh.script.ScriptSession;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The program of {@code impsh logs NAME...}: one call of {@code logs.stream}, which it lives as long as. */
record LogsProgram(List<String> names, Options options) implements Program {
    static final String COMMAND = "logs";
    static final String MATCH = "--match";
    static final String EXCLUDE = "--exclude";
    static final String TYPES = "--types";
    static final String HIGHLIGHT = "--highlight";
    static final String SINCE = "--since";
    static final String LIMIT = "--limit";
    static final String FORMAT = "--format";
    static final String TO = "--to";

    @Override
    public List<Step> steps(ScriptSession session) {
        if (options.format() == OutputFormat.JSON && options.value(TO).isEmpty()) {
            throw new UsageException(
                    "a stream of lines is not one JSON value", "-o ndjson writes a line of JSON for each");
        }
        return List.of(new Step(
                new Input.Typed(COMMAND, "logs.stream(" + ScriptLiteral.array(names) + ", {" + settings() + "})"),
                true));
    }

    private String settings() {
        List<String> settings = new ArrayList<>();
        options.value(MATCH).ifPresent(pattern -> settings.add("match: " + expression(MATCH, pattern)));
        options.value(EXCLUDE).ifPresent(pattern -> settings.add("exclude: " + expression(EXCLUDE, pattern)));
        options.value(HIGHLIGHT).ifPresent(pattern -> settings.add("highlight: " + expression(HIGHLIGHT, pattern)));
        options.value(TYPES)
                .ifPresent(types -> settings.add("types: " + ScriptLiteral.array(List.of(types.split(",")))));
        options.value(SINCE).ifPresent(since -> settings.add("since: " + ScriptLiteral.text(since)));
        options.value(LIMIT).ifPresent(limit -> settings.add("limit: " + count(limit)));
        options.value(FORMAT).ifPresent(format -> settings.add("format: " + ScriptLiteral.text(format)));
        options.value(TO).ifPresent(file -> settings.add("to: " + ScriptLiteral.text(file(file))));
        return String.join(", ", settings);
    }

    private static String expression(String option, String pattern) {
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException wrong) {
            throw new UsageException(option + ": '" + pattern + "' is no pattern: " + wrong.getDescription(), null);
        }
        return "new RegExp(" + ScriptLiteral.text(pattern) + ")";
    }

    private static String count(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new UsageException(LIMIT + ": '" + text + "' is no number of lines", "such as --limit 100");
        }
        return text;
    }

    /** The word that means the screen to scripts is the name of a file here. */
    private static String file(String name) {
        return name.equals("screen") ? "./screen" : name;
    }

    /** A name on the command line that means nothing is wrong usage, as for a script's parameters. */
    @Override
    public RuntimeException outcome(RuntimeException failure) {
        boolean wrongName = failure instanceof UserException known
                && (known.code().equals("NOT_FOUND") || known.code().equals("AMBIGUOUS"));
        return wrongName
                ? new UsageException(failure.getMessage(), ((UserException) failure).hint())
                : OwnCall.withoutPlace(failure);
    }
}
