package io.impsh.script;

import io.impsh.script.Statements.Kind;
import io.impsh.script.Statements.Statement;
import java.util.List;

/** One input of a recording that goes into the script, and what is changed in it. */
final class RecordedPiece {
    private final RecordedInput input;
    private final CodeTokens code;
    private final List<Statement> statements;
    private final TextEdits edits;
    private final LocalNames locals;

    RecordedPiece(RecordedInput input) {
        this.input = input;
        List<Token> tokens = Lexer.read(input.text()).code();
        code = CodeTokens.of(tokens);
        statements = Statements.of(tokens);
        edits = new TextEdits(input.text());
        locals = new LocalNames(code);
    }

    CodeTokens code() {
        return code;
    }

    List<Statement> statements() {
        return statements;
    }

    TextEdits edits() {
        return edits;
    }

    LocalNames locals() {
        return locals;
    }

    boolean isShown() {
        return input.shown();
    }

    String place() {
        return input.place();
    }

    /** Whether nothing comes of it in a script: the next page of a list, and help. */
    boolean onlyLooks() {
        int last = code.is(code.size() - 1, ";") ? code.size() - 2 : code.size() - 1;
        boolean isIt = last == 0 && code.isWord(0, "it");
        boolean isHelp = code.isWord(0, "help") && (last == 0 || code.is(1, "(") && code.partner(1) == last);
        boolean asksForHelp = last > 2
                && code.is(last, ")")
                && code.partner(last) > 1
                && code.isWord(code.partner(last) - 1, "help")
                && code.isMemberAccess(code.partner(last) - 2);
        return isIt || isHelp || asksForHelp && statements.size() == 1;
    }

    /** Whether it has the last value, {@code _}, in it. */
    boolean usesLast() {
        for (int at = 0; at < code.size(); at++) {
            if (isLast(at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the last value is read later than the input runs: in a function that is kept. */
    boolean keepsReadingLast() {
        boolean isKept = statements.stream().anyMatch(statement -> statement.kind() != Kind.EXPRESSION);
        for (int at = 0; isKept && at < code.size(); at++) {
            if (isLast(at) && isInFunction(at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isInFunction(int end) {
        for (int at = 0; at < end; at++) {
            boolean begins = code.isWord(at, "function") || code.isWord(at, "class") || code.is(at, "=>");
            boolean isMethod = code.is(at, ")") && code.is(at + 1, "{");
            if (begins || isMethod) {
                return true;
            }
        }
        return false;
    }

    /** Whether that token is the last value, and no parameter of a function that is called so. */
    boolean isLast(int at) {
        return code.isWord(at, "_") && isVariable(at) && !locals.has("_", at);
    }

    /** Whether a word is a variable, rather than a member or a key. */
    boolean isVariable(int at) {
        if (!code.isName(at) || code.isMemberAccess(at - 1)) {
            return false;
        }
        boolean inBraces = code.enclosing(at) >= 0 && code.is(code.enclosing(at), "{") && code.beginsElement(at);
        boolean isKey = inBraces && code.is(at + 1, ":");
        boolean isMethod = code.is(at + 1, "(")
                && code.partner(at + 1) > at
                && code.is(code.partner(at + 1) + 1, "{")
                && !code.isWord(at - 1, "function");
        return !isKey && !isMethod && !isLabel(at) && !isField(at);
    }

    /** A field or a method of a class. */
    private boolean isField(int at) {
        if (code.at(at).text().startsWith("#")) {
            return true;
        }
        int open = code.enclosing(at);
        if (open < 0 || !code.is(open, "{") || !isBodyOfClass(open)) {
            return false;
        }
        boolean isFirst =
                at == open + 1 || code.is(at - 1, ";") || code.is(at - 1, "}") || code.isWord(at - 1, "static");
        return isFirst || code.is(at + 1, "=");
    }

    private boolean isBodyOfClass(int open) {
        for (int at = open - 1; at >= 0; at--) {
            if (code.isWord(at, "class")) {
                return true;
            } else if (code.is(at, ")") || code.is(at, "]") || code.is(at, "}")) {
                at = Math.max(0, code.partner(at));
            } else if (!code.isName(at) && !code.isWord(at, "extends") && !code.isMemberAccess(at)) {
                return false;
            }
        }
        return false;
    }

    private boolean isLabel(int at) {
        boolean beginsStatement = at == 0 || code.is(at - 1, ";") || code.is(at - 1, "{") || code.is(at - 1, "}");
        return code.isWord(at - 1, "break")
                || code.isWord(at - 1, "continue")
                || beginsStatement && code.is(at + 1, ":");
    }

    /** Whether a script can keep what it came to. */
    boolean hasValue() {
        return input.shown() && (lastKind() == Kind.EXPRESSION || lastKind() == Kind.ASSIGNMENT);
    }

    Kind lastKind() {
        return statements.isEmpty() ? Kind.OTHER : last().kind();
    }

    Statement last() {
        return statements.get(statements.size() - 1);
    }

    Token token(int at) {
        return code.at(at);
    }

    /** Whether a statement has commas outside of all brackets. */
    boolean hasComma(Statement statement) {
        int depth = code.at(statement.first()).depth();
        for (int at = statement.first(); at <= statement.last(); at++) {
            if (code.is(at, ",") && code.at(at).depth() == depth) {
                return true;
            }
        }
        return false;
    }

    boolean calls(String object, List<String> methods) {
        for (int at = 0; at + 3 < code.size(); at++) {
            if (code.isWord(at, object)
                    && code.isMemberAccess(at + 1)
                    && methods.contains(code.at(at + 2).text())
                    && code.is(at + 3, "(")) {
                return true;
            }
        }
        return false;
    }

    String text() {
        return edits.apply();
    }
}
