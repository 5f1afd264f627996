package io.impsh.script;

import io.impsh.script.LexedSource.Unfinished;
import io.impsh.script.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits any text into JavaScript tokens.
 *
 * <p>It never fails: what is no JavaScript becomes tokens too, and {@link LexedSource} says what is wrong or unfinished.
 * Whether a slash divides or begins a regular expression is judged by what stands before it, which is right for all but
 * contrived programs.
 */
public final class Lexer {
    private static final List<String> PUNCTUATORS = List.of(
            ">>>=", "...", "===", "!==", "**=", "<<=", ">>=", ">>>", "&&=", "||=", "??=", "=>", "==", "!=", "<=", ">=",
            "&&", "||", "??", "?.", "++", "--", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<", ">>", "**");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private final OpenBrackets brackets = new OpenBrackets();
    private Unfinished unfinished = Unfinished.NOTHING;
    private boolean wrong;
    private boolean afterLineBreak;
    private int at;

    private Lexer(String source) {
        this.source = source;
    }

    /** The tokens of a text, comments included. */
    public static List<Token> tokens(String source) {
        return read(source).tokens();
    }

    /** The tokens of a text and the state it ends in. */
    public static LexedSource read(String source) {
        Lexer lexer = new Lexer(source);
        lexer.readAll();
        return new LexedSource(lexer.tokens, lexer.brackets.offsets(), lexer.unfinished, lexer.wrong);
    }

    private void readAll() {
        while (skipWhiteSpace()) {
            readToken();
        }
    }

    private boolean skipWhiteSpace() {
        while (at < source.length() && isWhiteSpace(source.charAt(at))) {
            afterLineBreak |= isLineBreak(source.charAt(at));
            at++;
        }
        return at < source.length();
    }

    private void readToken() {
        int c = source.codePointAt(at);
        if (startsWith("//") || at == 0 && startsWith("#!")) {
            lineComment();
        } else if (startsWith("/*")) {
            blockComment();
        } else if (c == '"' || c == '\'') {
            string((char) c);
        } else if (c == '`') {
            template();
        } else if (c == '}' && brackets.inTemplateExpression()) {
            brackets.close('}');
            template();
        } else if (isDigit(c) || c == '.' && isDigit(peek(1))) {
            number();
        } else if (isWordStart(c) || c == '#' && isWordStart(peek(1))) {
            word();
        } else if (c == '/' && brackets.regexAllowed()) {
            regex();
        } else {
            punctuator(c);
        }
    }

    private void lineComment() {
        addComment(endOfLine(at));
    }

    private void blockComment() {
        int close = source.indexOf("*/", at + 2);
        if (close < 0) {
            unfinished = Unfinished.BLOCK_COMMENT;
        }
        int end = close < 0 ? source.length() : close + 2;
        boolean severalLines = source.substring(at, end).chars().anyMatch(Lexer::isLineBreak);
        addComment(end);
        afterLineBreak |= severalLines;
    }

    private void string(char quote) {
        int i = at + 1;
        while (i < source.length() && source.charAt(i) != quote && !endsString(source.charAt(i))) {
            i += escapeLength(i);
        }
        if (i < source.length() && source.charAt(i) == quote) {
            add(Kind.STRING, i + 1);
            return;
        }
        boolean continued = i > source.length() || i == source.length() && endsWithEscapedLineBreak();
        cutOff(i, continued ? Unfinished.CONTINUED_STRING : Unfinished.STRING);
        add(Kind.STRING, Math.min(i, source.length()));
    }

    /** Unlike elsewhere, the two rare separators of lines may stand in a string. */
    private static boolean endsString(char c) {
        return c == '\n' || c == '\r';
    }

    private boolean endsWithEscapedLineBreak() {
        return source.endsWith("\\\n") || source.endsWith("\\\r") || source.endsWith("\\\r\n");
    }

    private int escapeLength(int i) {
        if (source.charAt(i) != '\\') {
            return 1;
        }
        return source.startsWith("\r\n", i + 1) ? 3 : 2;
    }

    private void template() {
        int i = at + 1;
        while (i < source.length() && source.charAt(i) != '`' && !source.startsWith("${", i)) {
            i += escapeLength(i);
        }
        if (i >= source.length()) {
            unfinished = Unfinished.TEMPLATE;
            add(Kind.TEMPLATE, source.length());
        } else if (source.charAt(i) == '`') {
            add(Kind.TEMPLATE, i + 1);
        } else {
            add(Kind.TEMPLATE, i + 2);
            brackets.openTemplateExpression(i);
        }
    }

    private void regex() {
        int i = at + 1;
        boolean inClass = false;
        while (i < source.length() && !isLineBreak(source.charAt(i)) && (inClass || source.charAt(i) != '/')) {
            char c = source.charAt(i);
            inClass = c == '[' || inClass && c != ']';
            boolean escape = c == '\\' && i + 1 < source.length() && !isLineBreak(source.charAt(i + 1));
            i += escape ? 2 : 1;
        }
        if (i < source.length() && source.charAt(i) == '/') {
            add(Kind.REGEX, endOfWord(i + 1));
        } else {
            cutOff(i, Unfinished.REGEX);
            add(Kind.REGEX, i);
        }
    }

    /** A string or regular expression that the end of its line or of the text cuts off. */
    private void cutOff(int end, Unfinished by) {
        if (end >= source.length()) {
            unfinished = by;
        }
        wrong |= by != Unfinished.CONTINUED_STRING;
    }

    private void number() {
        int i = at;
        if (source.charAt(i) == '0' && "xXoObB".indexOf(peek(1)) >= 0) {
            add(Kind.NUMBER, endOfWord(i));
            return;
        }
        i = endOfDigits(i);
        if (charAt(i) == '.') {
            i = endOfDigits(i + 1);
        }
        if (charAt(i) == 'e' || charAt(i) == 'E') {
            boolean signed = charAt(i + 1) == '+' || charAt(i + 1) == '-';
            int digits = signed ? i + 2 : i + 1;
            i = isDigit(charAt(digits)) ? endOfDigits(digits) : i;
        }
        add(Kind.NUMBER, charAt(i) == 'n' ? i + 1 : i);
    }

    private void word() {
        // The # of a private name is no part of a word elsewhere.
        add(Kind.WORD, endOfWord(source.charAt(at) == '#' ? at + 1 : at));
    }

    private void punctuator(int c) {
        String text = punctuatorAt(c);
        switch (c) {
            case '(', '[', '{' -> {
                int depth = brackets.depth();
                brackets.open((char) c, at);
                add(Kind.PUNCTUATOR, at + 1, depth);
            }
            case ')', ']', '}' -> {
                wrong |= !brackets.close((char) c);
                add(Kind.PUNCTUATOR, at + 1);
            }
            default -> add(Kind.PUNCTUATOR, at + text.length());
        }
    }

    private String punctuatorAt(int c) {
        for (String candidate : PUNCTUATORS) {
            // In a?.5:1 the question mark and the number are apart.
            if (startsWith(candidate) && !(candidate.equals("?.") && isDigit(peek(2)))) {
                return candidate;
            }
        }
        return Character.toString(c);
    }

    private void add(Kind kind, int end) {
        add(kind, end, brackets.depth());
    }

    private void add(Kind kind, int end, int depth) {
        Token token = new Token(kind, source.substring(at, end), at, end, depth, afterLineBreak);
        tokens.add(token);
        brackets.passed(token);
        afterLineBreak = false;
        at = end;
    }

    private void addComment(int end) {
        tokens.add(new Token(Kind.COMMENT, source.substring(at, end), at, end, brackets.depth(), afterLineBreak));
        at = end;
    }

    private boolean startsWith(String text) {
        return source.startsWith(text, at);
    }

    private int peek(int distance) {
        return charAt(at + distance);
    }

    /** The code point at an offset, or one that is part of nothing after the end. */
    private int charAt(int offset) {
        return offset < source.length() ? source.codePointAt(offset) : ' ';
    }

    private int endOfLine(int from) {
        int i = from;
        while (i < source.length() && !isLineBreak(source.charAt(i))) {
            i++;
        }
        return i;
    }

    private int endOfDigits(int from) {
        int i = from;
        while (isDigit(charAt(i)) || charAt(i) == '_') {
            i++;
        }
        return i;
    }

    private int endOfWord(int from) {
        int i = from;
        while (i < source.length() && isWordPart(source.codePointAt(i))) {
            i = charAt(i) == '\\' && source.startsWith("u{", i + 1)
                    ? endOfEscape(i)
                    : i + Character.charCount(source.codePointAt(i));
        }
        return i;
    }

    /** The end of an escape with a code point in braces. */
    private int endOfEscape(int from) {
        int close = source.indexOf('}', from);
        return close < 0 || close > from + 10 ? from + 2 : close + 1;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWordStart(int c) {
        return c == '$' || c == '_' || c == '\\' || Character.isUnicodeIdentifierStart(c);
    }

    private static boolean isWordPart(int c) {
        return isWordStart(c)
                || Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c)
                || c == '\u200c'
                || c == '\u200d';
    }

    static boolean isLineBreak(int c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    private static boolean isWhiteSpace(char c) {
        return isLineBreak(c)
                || c == '\t'
                || c == '\u000b'
                || c == '\f'
                || c == '\u00a0'
                || c == '\ufeff'
                || Character.getType(c) == Character.SPACE_SEPARATOR;
    }
}
