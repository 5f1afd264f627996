package io.impsh.script;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about a text that cannot be parsed; the engine's words stay the message where they are good enough. */
final class SyntaxHints {
    private static final Pattern BARE_OPTION = Pattern.compile("([\\w$]+)\\((\\s*[\\w$]+\\s*:[^()]*)\\)");
    private static final Pattern FOR_IN = Pattern.compile("^\\s*for\\s+(\\w+)\\s+(?:in|of)\\s+(.+?)\\s*:?\\s*$");
    private static final String CLOSERS = ")]}";
    private static final String QUOTES = "“”„‟‘’‚«»";
    private static final String DASHES = "–—−";
    private static final int MOST = 70;

    private SyntaxHints() {}

    static Told told(String message, Mistake mistake) {
        char at = mistake.offset() >= 0 && mistake.offset() < mistake.text().length()
                ? mistake.text().charAt(mistake.offset())
                : 0;
        if (message.endsWith("but found error") && at != 0) {
            return strange(at, mistake);
        }
        return new Told(reworded(message), hint(message, at, mistake));
    }

    private static String reworded(String message) {
        return message.replace("Expected comma but", "Expected , but")
                .replace("Expected ident but", "Expected a name but")
                .replace("SyntaxError: Missing close quote", "SyntaxError: a string has no closing quote");
    }

    private static Told strange(char at, Mistake mistake) {
        String code = String.format("U+%04X", (int) at);
        if (QUOTES.indexOf(at) >= 0) {
            return new Told(
                    "SyntaxError: " + at + " (" + code + ") is no quotation mark of JavaScript",
                    "type straight ones" + example(mistake.text().replaceAll("[" + QUOTES + "]", "'")));
        }
        if (DASHES.indexOf(at) >= 0) {
            return new Told(
                    "SyntaxError: " + at + " (" + code + ") is no minus sign of JavaScript",
                    "type a hyphen" + example(mistake.text().replaceAll("[" + DASHES + "]", "-")));
        }
        return new Told("SyntaxError: the character " + at + " (" + code + ") means nothing here", null);
    }

    private static String example(String corrected) {
        String shown = Mistake.quoted(corrected, "");
        return shown.isEmpty() ? "" : ": " + shown;
    }

    private static String hint(String message, char at, Mistake mistake) {
        String typed = mistake.isOneLine() ? TypedCommands.hint(mistake) : null;
        if (typed != null) {
            return typed;
        }
        Matcher loop = FOR_IN.matcher(mistake.text());
        if (mistake.isOneLine() && loop.find()) {
            return "for (const " + loop.group(1) + " of " + loop.group(2) + ") { … }";
        }
        if (message.contains("Missing close quote")) {
            return "a string ends on its line with the quote it begins with; \\' is a quote inside";
        }
        if (message.contains("Invalid shorthand property")) {
            return "inside { } a value follows a colon: {key: value}";
        }
        Matcher option = BARE_OPTION.matcher(line(mistake));
        if (message.contains("but found :") && option.find()) {
            return "options stand in braces"
                    + example(option.group(1) + "({" + option.group(2).strip() + "})");
        }
        String quotes = UnquotedNames.hint(mistake);
        return quotes != null ? quotes : brackets(at, mistake);
    }

    private static String brackets(char at, Mistake mistake) {
        boolean ended = mistake.offset() >= mistake.text().stripTrailing().length();
        if (mistake.offset() < 0 || CLOSERS.indexOf(at) < 0 && !ended) {
            return null;
        }
        String before = mistake.text()
                .substring(0, Math.min(mistake.offset(), mistake.text().length()));
        List<Integer> open = Lexer.read(before).openBrackets();
        if (open.isEmpty()) {
            return ended ? null : "no bracket is open that this " + at + " could close";
        }
        int last = open.get(open.size() - 1);
        return "the " + mistake.text().charAt(last) + " " + place(before, last) + " is still open";
    }

    private static String place(String text, int offset) {
        long line = text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
        int column = offset - text.lastIndexOf('\n', offset);
        return line == 1 && !text.contains("\n") ? "in column " + column : "of line " + line + ", column " + column;
    }

    private static String line(Mistake mistake) {
        int at = Math.max(0, Math.min(mistake.offset(), mistake.text().length()));
        int start = mistake.text().lastIndexOf('\n', at - 1) + 1;
        int end = mistake.text().indexOf('\n', at);
        return mistake.text().substring(start, end < 0 ? mistake.text().length() : end);
    }

    /** That calls are synchronous, and the input without its await where it is short enough to be shown. */
    static String withoutAwait(Mistake mistake) {
        String without = mistake.text().strip().replaceAll("\\bawait\\s+", "");
        boolean shown = mistake.isOneLine()
                && without.length() <= MOST
                && !without.equals(mistake.text().strip());
        return "calls are synchronous here: leave out await" + (shown ? ", as in " + without : "");
    }
}
