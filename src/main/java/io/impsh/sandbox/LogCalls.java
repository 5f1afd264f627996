package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the log calls in Squirrel code, in the order of the text. Nothing is run: a call in a loop is one call, and one
 * in a function that nobody calls is one too. Calls without any literal text are left out.
 */
final class LogCalls {
    /** Of each code the first ones only, as a start has few lines. */
    private static final int MOST = 10;

    private static final int CHARACTERS = 32_768;

    private static final Pattern TOKEN = Pattern.compile("(?<comment>//[^\\n]*+|#[^\\n]*+|/\\*[\\s\\S]*?\\*/)"
            + "|@\"(?<verbatim>[^\"]*+(?:\"\"[^\"]*+)*+)\""
            + "|\"(?<string>[^\"\\\\\\n]*+(?:\\\\.[^\"\\\\\\n]*+)*+)\""
            + "|(?<call>\\bserver\\s*\\.\\s*(?<kind>log|error)\\s*\\()"
            + "|(?<other>\\S)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9A-Fa-f]{1,4}|.)");
    private static final String ESCAPED = "ntrabvf0";
    private static final String ESCAPES = "\n\t\r\u0007\b\u000b\f\0";

    private final boolean agents;
    private final Matcher tokens;
    private final List<LogCall> calls = new ArrayList<>();

    private LogCalls(boolean agents, String code) {
        this.agents = agents;
        this.tokens = TOKEN.matcher(code.substring(0, Math.min(code.length(), CHARACTERS)));
    }

    /** Those of the device, then those of the agent. */
    static List<LogCall> in(Program program) {
        List<LogCall> calls = new ArrayList<>(new LogCalls(false, program.deviceCode()).find());
        calls.addAll(new LogCalls(true, program.agentCode()).find());
        return calls;
    }

    private List<LogCall> find() {
        while (calls.size() < MOST && tokens.find()) {
            if (tokens.group("call") != null) {
                readArgument(tokens.group("kind").equals("error"));
            }
        }
        return calls;
    }

    /** Strings of the argument itself are text; whatever else is between plus signs is a value. */
    private void readArgument(boolean error) {
        List<String> texts = new ArrayList<>(List.of(""));
        boolean value = false;
        for (int depth = 1; depth > 0 && tokens.find(); ) {
            String other = tokens.group("other");
            String literal = literal();
            if (depth == 1 && literal != null) {
                texts.set(texts.size() - 1, texts.get(texts.size() - 1) + literal);
            } else if (depth == 1 && "+".equals(other)) {
                value = false;
            } else if (tokens.group("comment") == null) {
                depth += depth(other);
                if (depth > 0 && !value) {
                    texts.add("");
                    value = true;
                }
            }
        }
        if (texts.stream().anyMatch(text -> !text.isBlank())) {
            calls.add(new LogCall(agents, error, texts));
        }
    }

    private int depth(String other) {
        if (tokens.group("call") != null) {
            return 1;
        }
        if (other == null) {
            return 0;
        }
        return switch (other) {
            case "(", "[", "{" -> 1;
            case ")", "]", "}" -> -1;
            default -> 0;
        };
    }

    private String literal() {
        if (tokens.group("verbatim") != null) {
            return tokens.group("verbatim").replace("\"\"", "\"");
        }
        String string = tokens.group("string");
        return string == null
                ? null
                : ESCAPE.matcher(string).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
    }

    private static String character(String escape) {
        if (escape.length() > 1) {
            return Character.toString(Integer.parseInt(escape.substring(1), 16));
        }
        int known = ESCAPED.indexOf(escape);
        return known < 0 ? escape : ESCAPES.substring(known, known + 1);
    }
}
