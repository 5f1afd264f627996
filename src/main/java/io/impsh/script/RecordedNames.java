package io.impsh.script;

import io.impsh.script.Statements.Kind;
import io.impsh.script.Statements.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Declares each variable of a recording once. A prompt lets a name be declared again, or assigned without any
 * declaration; a script does neither.
 */
final class RecordedNames {
    private static final Set<String> ASSIGNING = Set.of(
            "=", "+=", "-=", "*=", "/=", "%=", "**=", "<<=", ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "??=", "++",
            "--");

    /** What JavaScript has itself. */
    private static final Set<String> LANGUAGE = Set.of(
            "Array",
            "ArrayBuffer",
            "BigInt",
            "Boolean",
            "DataView",
            "Date",
            "Error",
            "EvalError",
            "Float32Array",
            "Float64Array",
            "Function",
            "Infinity",
            "Int16Array",
            "Int32Array",
            "Int8Array",
            "Intl",
            "JSON",
            "Map",
            "Math",
            "NaN",
            "Number",
            "Object",
            "Promise",
            "Proxy",
            "RangeError",
            "ReferenceError",
            "Reflect",
            "RegExp",
            "Set",
            "String",
            "Symbol",
            "SyntaxError",
            "TypeError",
            "URIError",
            "Uint16Array",
            "Uint32Array",
            "Uint8Array",
            "WeakMap",
            "WeakRef",
            "WeakSet",
            "arguments",
            "decodeURI",
            "decodeURIComponent",
            "encodeURI",
            "encodeURIComponent",
            "eval",
            "get",
            "globalThis",
            "isFinite",
            "isNaN",
            "of",
            "parseFloat",
            "parseInt",
            "set",
            "undefined");

    private final Registry registry;
    private final Set<String> declared = new HashSet<>();
    private final Set<String> hoisted = new LinkedHashSet<>();
    private final Set<String> assigned = new HashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    RecordedNames(List<RecordedPiece> pieces, Registry registry) {
        this.registry = registry;
        Set<String> before = new HashSet<>();
        pieces.forEach(piece -> lookForAssignments(piece, before));
        for (RecordedPiece piece : pieces) {
            piece.statements().forEach(statement -> declareOnce(piece, statement));
            hoistOthers(piece);
            lookForMissing(piece, false);
        }
        // What stands in braces may run later than it stands.
        pieces.forEach(piece -> lookForMissing(piece, true));
    }

    /** To be declared before everything else. */
    Set<String> hoisted() {
        return hoisted;
    }

    /** Names that nothing in the recording declares. */
    Set<String> missing() {
        return missing;
    }

    private void lookForAssignments(RecordedPiece piece, Set<String> before) {
        for (Statement statement : piece.statements()) {
            for (String name : declaredBy(piece, statement)) {
                if (!before.add(name)) {
                    assigned.add(name);
                }
            }
        }
        CodeTokens code = piece.code();
        for (int at = 0; at < code.size(); at++) {
            boolean isDeclared =
                    code.isWord(at - 1, "const") || code.isWord(at - 1, "let") || code.isWord(at - 1, "var");
            if (piece.isVariable(at)
                    && !isDeclared
                    && (assigns(code, at + 1) || code.is(at - 1, "++") || code.is(at - 1, "--"))) {
                assigned.add(code.at(at).text());
            }
        }
    }

    private static boolean assigns(CodeTokens code, int at) {
        return at < code.size()
                && code.at(at).kind() == Token.Kind.PUNCTUATOR
                && ASSIGNING.contains(code.at(at).text());
    }

    private void declareOnce(RecordedPiece piece, Statement statement) {
        switch (statement.kind()) {
            case VARIABLES -> variables(piece, statement);
            case NAMED -> named(piece, statement);
            case ASSIGNMENT -> assignment(piece, statement);
            default -> {}
        }
    }

    private void variables(RecordedPiece piece, Statement statement) {
        List<String> names = declaredBy(piece, statement);
        Token keyword = piece.token(statement.first());
        boolean allNew = names.stream().noneMatch(declared::contains) && new HashSet<>(names).size() == names.size();
        if (allNew) {
            boolean staysConstant = keyword.isWord("const") && names.stream().noneMatch(assigned::contains);
            if (!staysConstant) {
                piece.edits().replace(keyword.start(), keyword.end(), "let");
            }
        } else {
            names.stream().filter(name -> !declared.contains(name)).forEach(hoisted::add);
            assignInstead(piece, statement);
        }
        declared.addAll(names);
    }

    private static void assignInstead(RecordedPiece piece, Statement statement) {
        CodeTokens code = piece.code();
        Token keyword = code.at(statement.first());
        Token first = code.at(statement.first() + 1);
        boolean isPattern = first.isPunctuator("{");
        piece.edits().replace(keyword.start(), first.start(), isPattern ? "(" : "");
        int depth = keyword.depth();
        for (int at = statement.first() + 1; at <= statement.last(); at++) {
            boolean beginsBinding =
                    code.at(at).depth() == depth && (at == statement.first() + 1 || code.is(at - 1, ","));
            boolean loses = !keyword.isWord("var") && !code.is(at + 1, "=");
            if (beginsBinding && code.isName(at) && loses) {
                piece.edits().insert(code.at(at).end(), " = undefined");
            }
        }
        if (isPattern) {
            piece.edits().insert(code.at(statement.last()).end(), ")");
        }
    }

    private void named(RecordedPiece piece, Statement statement) {
        for (String name : declaredBy(piece, statement)) {
            if (!declared.add(name)) {
                piece.edits().insert(piece.token(statement.first()).start(), name + " = ");
                piece.edits().insert(piece.token(statement.last()).end(), ";");
            }
        }
    }

    private void assignment(RecordedPiece piece, Statement statement) {
        String name = piece.token(statement.first()).text();
        if (isUnknown(name)) {
            piece.edits().insert(piece.token(statement.first()).start(), "let ");
            declared.add(name);
        }
    }

    private boolean isUnknown(String name) {
        return !declared.contains(name)
                && !LANGUAGE.contains(name)
                && !name.equals("_")
                && registry.globals().member(name) == null;
    }

    /** What is assigned inside of something else, and nowhere declared. */
    private void hoistOthers(RecordedPiece piece) {
        CodeTokens code = piece.code();
        for (int at = 0; at < code.size(); at++) {
            boolean isAssigned = code.is(at + 1, "=")
                    || code.is(at - 1, "(")
                            && code.isWord(at - 2, "for")
                            && (code.isWord(at + 1, "of") || code.isWord(at + 1, "in"))
                    || isInPattern(code, at);
            if (isAssigned && isOwn(piece, at)) {
                hoisted.add(code.at(at).text());
                declared.add(code.at(at).text());
            }
        }
    }

    /** {@code [a, b] = …}. */
    private static boolean isInPattern(CodeTokens code, int at) {
        int open = code.enclosing(at);
        return open >= 0
                && code.is(open, "[")
                && code.partner(open) > at
                && code.is(code.partner(open) + 1, "=")
                && !code.endsOperand(open - 1)
                && code.beginsElement(at);
    }

    private boolean isOwn(RecordedPiece piece, int at) {
        String name = piece.token(at).text();
        return piece.isVariable(at) && isUnknown(name) && !piece.locals().has(name, at);
    }

    private void lookForMissing(RecordedPiece piece, boolean nested) {
        for (int at = 0; at < piece.code().size(); at++) {
            if (isInBraces(piece.code(), at) == nested
                    && isOwn(piece, at)
                    && !piece.locals().all().contains(piece.token(at).text())) {
                missing.add(piece.token(at).text());
            }
        }
    }

    private static boolean isInBraces(CodeTokens code, int at) {
        for (int open = code.enclosing(at); open >= 0; open = code.enclosing(open)) {
            if (code.is(open, "{") && !code.isObjectLiteral(open)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> declaredBy(RecordedPiece piece, Statement statement) {
        CodeTokens code = piece.code();
        List<String> names = new ArrayList<>();
        if (statement.kind() == Kind.NAMED) {
            int at = statement.first() + 1;
            while (code.isWord(at, "function") || code.is(at, "*")) {
                at++;
            }
            if (code.isName(at)) {
                names.add(code.at(at).text());
            }
        } else if (statement.kind() == Kind.VARIABLES) {
            int depth = code.at(statement.first()).depth();
            for (int at = statement.first() + 1; at <= statement.last(); at++) {
                boolean begins = at == statement.first() + 1 || code.is(at - 1, ",");
                if (begins && code.at(at).depth() == depth) {
                    addBound(code, at, names);
                }
            }
        }
        return names;
    }

    private static void addBound(CodeTokens code, int at, List<String> names) {
        if (code.isName(at)) {
            names.add(code.at(at).text());
            return;
        }
        for (int inside = at + 1; inside < code.partner(at); inside++) {
            boolean isValue = code.is(inside - 1, "=") || code.is(inside + 1, ":") || code.isMemberAccess(inside - 1);
            if (code.isName(inside) && !isValue) {
                names.add(code.at(inside).text());
            }
        }
    }
}
