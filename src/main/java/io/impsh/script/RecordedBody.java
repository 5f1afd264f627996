package io.impsh.script;

import io.impsh.script.Statements.Kind;
import io.impsh.script.Statements.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The text of a recording as a script: what was shown is printed, and {@code _} is a variable. */
final class RecordedBody {
    private static final String STOP_STREAMS = "logs.streams().forEach((stream) => stream.stop());";
    private static final String PLAN_ID = "// names a plan by its id, which is no parameter";

    private final List<RecordedInput> inputs;
    private final List<RecordedPiece> pieces = new ArrayList<>();
    private final Set<RecordedPiece> kept = new HashSet<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final String last;
    private boolean lastIsDeclared;

    RecordedBody(List<RecordedInput> inputs, Registry registry) {
        this.inputs = inputs;
        for (RecordedInput input : inputs) {
            RecordedPiece piece = input.failure() == null ? new RecordedPiece(input) : null;
            pieces.add(piece == null || piece.onlyLooks() ? null : piece);
        }
        List<RecordedPiece> present = present();
        RecordedNames names = new RecordedNames(present, registry);
        missing.addAll(names.missing());
        last = freeName(present);
        keepLastValues();
        write(present, names);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    List<String> missing() {
        return missing;
    }

    private List<RecordedPiece> present() {
        return pieces.stream()
                .filter(piece -> piece != null && piece.code().size() > 0)
                .toList();
    }

    private static String freeName(List<RecordedPiece> pieces) {
        Set<String> words = new HashSet<>();
        pieces.forEach(piece -> {
            for (int at = 0; at < piece.code().size(); at++) {
                words.add(piece.token(at).text());
            }
        });
        String name = "last";
        for (int number = 2; words.contains(name); number++) {
            name = "last" + number;
        }
        return name;
    }

    /** Which values are used again, and the name they have then. */
    private void keepLastValues() {
        RecordedPiece holder = null;
        boolean isReadLater = false;
        for (int index = 0; index < inputs.size(); index++) {
            RecordedPiece piece = pieces.get(index);
            if (inputs.get(index).isUnfit()) {
                holder = null;
            }
            if (piece == null || piece.code().size() == 0) {
                continue;
            }
            isReadLater |= piece.keepsReadingLast();
            if (piece.usesLast()) {
                if (holder == null || !holder.hasValue()) {
                    missing.add("_");
                } else {
                    kept.add(holder);
                    rename(piece);
                }
            }
            holder = piece.isShown() ? piece : holder;
            if (isReadLater && piece.isShown() && piece.hasValue()) {
                kept.add(piece);
            }
        }
    }

    private void rename(RecordedPiece piece) {
        for (int at = 0; at < piece.code().size(); at++) {
            if (piece.isLast(at)) {
                piece.edits().replace(piece.token(at).start(), piece.token(at).end(), last);
            }
        }
    }

    private void write(List<RecordedPiece> present, RecordedNames names) {
        if (!missing.isEmpty()) {
            lines.add("// set before the recording began, and missing here: " + String.join(", ", missing));
        }
        if (!names.hoisted().isEmpty()) {
            lines.add("let " + String.join(", ", names.hoisted()) + ";");
        }
        boolean streams = present.stream().anyMatch(RecordedBody::streams);
        RecordedPiece result = streams || present.isEmpty() ? null : present.get(present.size() - 1);
        String place = inputs.isEmpty() ? "" : inputs.get(0).place();
        for (int index = 0; index < inputs.size(); index++) {
            RecordedInput input = inputs.get(index);
            if (!input.place().equals(place)) {
                place = input.place();
                lines.add("// from here on at " + place.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " "));
            }
            if (input.failure() != null) {
                lines.add(SecretLiterals.cut(input.leftOut()));
            } else if (pieces.get(index) != null) {
                write(pieces.get(index), pieces.get(index) == result);
            }
        }
        if (streams) {
            lines.add(STOP_STREAMS);
        }
    }

    /** Streams ended with the recording, and end with the script; without that it would never end. */
    private static boolean streams(RecordedPiece piece) {
        CodeTokens code = piece.code();
        for (int at = 1; at + 1 < code.size(); at++) {
            if (code.isWord(at, "stream") && code.isMemberAccess(at - 1) && code.is(at + 1, "(")) {
                return true;
            }
        }
        return false;
    }

    private void write(RecordedPiece piece, boolean isResult) {
        if (piece.calls("plans", List.of("resume", "undo", "show", "get"))) {
            lines.add(PLAN_ID);
        }
        List<String> after = new ArrayList<>();
        if (!piece.statements().isEmpty()) {
            finish(piece, isResult, after);
        }
        lines.add(piece.text());
        lines.addAll(after);
    }

    private void finish(RecordedPiece piece, boolean isResult, List<String> after) {
        Statement statement = piece.last();
        int start = piece.token(statement.first()).start();
        int end = piece.token(statement.last()).end();
        boolean isKept = kept.contains(piece);
        boolean isPrinted = piece.isShown() && !isResult;
        TextEdits edits = piece.edits();
        if (statement.kind() == Kind.EXPRESSION && isKept) {
            edits.insert(start, lastBecomes());
            if (isPrinted) {
                after.add("print(" + last + ");");
            }
        } else if (statement.kind() == Kind.EXPRESSION && isPrinted) {
            boolean isList = piece.hasComma(statement);
            edits.insert(start, isList ? "print((" : "print(");
            edits.insert(end, isList ? "))" : ")");
        } else if (statement.kind() == Kind.ASSIGNMENT) {
            String typed = piece.token(statement.first()).text();
            String name = typed.equals("_") ? last : typed;
            if (isKept) {
                after.add(lastBecomes() + name + ";");
            }
            if (piece.isShown()) {
                after.add(isResult ? name + ";" : "print(" + name + ");");
            }
        }
        boolean isOpen = !piece.code().is(statement.last() + 1, ";");
        boolean endsItself = statement.kind() == Kind.NAMED
                || statement.kind() == Kind.OTHER && piece.code().is(statement.last(), "}");
        if (isOpen && !endsItself) {
            edits.insert(end, ";");
        }
    }

    private String lastBecomes() {
        String beginning = lastIsDeclared ? "" : "let ";
        lastIsDeclared = true;
        return beginning + last + " = ";
    }
}
