package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Looks for gross errors in Squirrel code: brackets that do not match, and strings, characters and comments without an
 * end. It knows no grammar beyond that, and takes milliseconds for a megabyte.
 *
 * <p>What has no end is reported where it begins, a wrong closing bracket where it stands. After a string, character or
 * comment without an end nothing more is looked for, as all that follows would be misread.
 */
final class SquirrelCheck {
    private static final int MOST_FINDINGS = 10;
    private static final Pattern CHARACTER = Pattern.compile("\\\\x[0-9A-Fa-f]+|\\\\.|.", Pattern.DOTALL);

    private final String code;
    private final SourceLines lines;
    private final OpenBrackets open = new OpenBrackets();
    private final List<CompileFinding> findings = new ArrayList<>();
    private int at;
    private boolean lost;

    private SquirrelCheck(String file, String code) {
        this.code = code;
        this.lines = new SourceLines(file, code);
    }

    /** The first ten errors in the order of the code, then of brackets that are never closed; none if there are none. */
    static List<CompileFinding> findings(String file, String code) {
        SquirrelCheck check = new SquirrelCheck(file, code);
        check.run();
        return check.findings;
    }

    private void run() {
        while (at < code.length() && !isDone()) {
            step();
        }
        for (int i = 0; i < open.size() && !isDone(); i++) {
            int place = open.place(i);
            find(
                    place,
                    "expected '" + OpenBrackets.closing(code.charAt(place)) + "' to close this '" + code.charAt(place)
                            + "'");
        }
    }

    private boolean isDone() {
        return lost || findings.size() == MOST_FINDINGS;
    }

    /** One token, or one character of what does not matter. */
    private void step() {
        char c = code.charAt(at);
        switch (c) {
            case '(', '[', '{' -> open.push(c, at++);
            case ')', ']', '}' -> close(c);
            case '"' -> string();
            case '\'' -> character();
            case '@' -> at();
            case '/' -> slash();
            case '#' -> hash();
            default -> at++;
        }
    }

    private void close(char bracket) {
        if (open.waitFor(bracket)) {
            if (open.wanted() != bracket) {
                find(at, "expected '" + open.wanted() + "'");
            }
            open.close(bracket);
        } else {
            find(at, "expression expected");
        }
        at++;
    }

    /** A verbatim string, or a function in short form. */
    private void at() {
        if (code.startsWith("\"", at + 1)) {
            verbatim();
        } else {
            at++;
        }
    }

    /** It may go over lines, and a doubled quote is one in the text. */
    private void verbatim() {
        int start = at;
        at += 2;
        while (true) {
            int quote = code.indexOf('"', at);
            if (quote < 0) {
                lose(start, "unfinished string");
                return;
            }
            at = quote + 1;
            if (!code.startsWith("\"", at)) {
                return;
            }
            at++;
        }
    }

    private void string() {
        int start = at;
        if (skipQuoted('"')) {
            return;
        }
        lose(start, at < code.length() ? "newline in a constant" : "unfinished string");
    }

    private void character() {
        int start = at;
        if (!skipQuoted('\'')) {
            lose(start, at < code.length() ? "newline in a constant" : "unfinished string");
            return;
        }
        String inside = code.substring(start + 1, at - 1);
        if (inside.isEmpty()) {
            find(start, "empty constant");
        } else if (!CHARACTER.matcher(inside).matches()) {
            find(start, "constant too long");
        }
    }

    /** To behind the closing quote; otherwise stops at the end of the line or of the code. */
    private boolean skipQuoted(char quote) {
        for (at++; at < code.length(); at++) {
            char c = code.charAt(at);
            if (c == quote) {
                at++;
                return true;
            }
            if (c == '\n') {
                return false;
            }
            if (c == '\\' && at + 1 < code.length() && code.charAt(at + 1) != '\n') {
                at++;
            }
        }
        at = code.length();
        return false;
    }

    private void slash() {
        if (code.startsWith("//", at)) {
            at = lines.endOfLine(at);
        } else if (code.startsWith("/*", at)) {
            int end = code.indexOf("*/", at + 2);
            if (end < 0) {
                lose(at, "missing \"*/\" in comment");
            } else {
                at = end + 2;
            }
        } else {
            at++;
        }
    }

    /** A comment, or a directive. */
    private void hash() {
        lines.readDirective(at);
        at = lines.endOfLine(at);
    }

    private void lose(int place, String text) {
        find(place, text);
        lost = true;
    }

    private void find(int place, String text) {
        findings.add(lines.finding(place, text));
    }
}
