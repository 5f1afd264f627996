package io.impsh.script;

import io.impsh.UserException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.graalvm.polyglot.Value;

/**
 * A JavaScript regular expression as Java's: what matches log lines runs on other threads than the one that may touch
 * JavaScript. The few spellings that mean something else in Java are put in other words.
 */
final class JavaPattern {
    private JavaPattern() {}

    /** @throws UserException when Java has no such pattern */
    static Pattern of(Value expression) {
        String source = expression.getMember("source").asString();
        String flags = expression.getMember("flags").asString();
        try {
            return Pattern.compile(translated(source, flags.contains("m")), flags(flags));
        } catch (PatternSyntaxException notInJava) {
            throw new UserException(
                    "USAGE",
                    "the pattern /" + source + "/ cannot be used here: " + notInJava.getDescription(),
                    "write it in a simpler way");
        }
    }

    private static int flags(String flags) {
        return (flags.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
                | (flags.contains("m") ? Pattern.MULTILINE : 0)
                | (flags.contains("s") ? Pattern.DOTALL : 0);
    }

    static String translated(String source, boolean multiline) {
        StringBuilder java = new StringBuilder();
        boolean inClass = false;
        int at = 0;
        while (at < source.length()) {
            char character = source.charAt(at);
            if (character == '\\' && at + 1 < source.length()) {
                java.append(escape(source, at));
                at += escapeLength(source, at);
                continue;
            }
            if (!inClass && source.startsWith("[^]", at)) {
                java.append("[\\s\\S]");
                at += 3;
                continue;
            }
            if (!inClass && source.startsWith("[]", at)) {
                java.append("(?!)");
                at += 2;
                continue;
            }
            java.append(inClass ? inClass(character) : outside(character, multiline));
            inClass = character == '[' || inClass && character != ']';
            at++;
        }
        return java.toString();
    }

    /** Java takes these for classes within classes and for intersections. */
    private static String inClass(char character) {
        return character == '[' || character == '&' ? "\\" + character : String.valueOf(character);
    }

    /** Java's own {@code $} matches before a last line feed, too. */
    private static String outside(char character, boolean multiline) {
        return character == '$' && !multiline ? "\\z" : String.valueOf(character);
    }

    private static String escape(String source, int at) {
        int length = escapeLength(source, at);
        String escape = source.substring(at, at + length);
        if (escape.startsWith("\\u{")) {
            return "\\x" + escape.substring(2);
        }
        return escape;
    }

    private static int escapeLength(String source, int at) {
        int end = source.startsWith("\\u{", at) ? source.indexOf('}', at) : -1;
        return end > 0 ? end + 1 - at : 2;
    }
}
