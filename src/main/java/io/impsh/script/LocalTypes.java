package io.impsh.script;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is declared in the input itself, before the cursor: variables, those of loops, and parameters of functions. */
final class LocalTypes {
    private static final String UNKNOWN = "";
    private static final Pattern PARAMETERS = Pattern.compile("\\(([^()]*)\\) =>");

    private final CodeTokens code;
    private final ChainTypes types;
    private final ArgumentPlaces places;

    LocalTypes(CodeTokens code, ChainTypes types, ArgumentPlaces places) {
        this.code = code;
        this.types = types;
        this.places = places;
    }

    /** Every name that is declared before the cursor. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (int at = 0; at < code.size(); at++) {
            if (code.isName(at) && !code.isMemberAccess(at - 1) && (isDeclared(at) || functionOf(at) >= 0)) {
                names.add(code.at(at).text());
            }
        }
        return names;
    }

    /** The type of what was declared last by that name before a token, or {@code null}. */
    String typeOf(String name, int before) {
        for (int at = before - 1; at >= 0; at--) {
            if (code.isWord(at, name) && !code.isMemberAccess(at - 1)) {
                String type = declaredAt(at, before);
                if (type != null) {
                    return type.equals(UNKNOWN) ? null : type;
                }
            }
        }
        return null;
    }

    /** {@code null} where nothing is declared. */
    private String declaredAt(int at, int before) {
        if (code.is(at + 1, "=")) {
            int end = endOfExpression(at + 2, before);
            return end < 0 ? null : orUnknown(typeOfExpression(at + 2, end));
        }
        if (code.isWord(at + 1, "of") && isDeclared(at)) {
            int open = code.enclosing(at);
            int close = open < 0 ? -1 : code.partner(open);
            return close < 0 || close > before ? null : orUnknown(HostTypes.iterated(types.typeBefore(close)));
        }
        int function = functionOf(at);
        return function < 0 ? null : orUnknown(parameterType(function, function == at ? 0 : code.commasBefore(at)));
    }

    private static String orUnknown(String type) {
        return type == null ? UNKNOWN : type;
    }

    private boolean isDeclared(int at) {
        return code.isWord(at - 1, "let") || code.isWord(at - 1, "const") || code.isWord(at - 1, "var");
    }

    /** Where the function begins that has the name as a parameter, or a negative number. */
    private int functionOf(int at) {
        if (code.is(at + 1, "=>")) {
            return at;
        }
        int open = code.enclosing(at);
        if (open < 0 || !code.is(open, "(") || !code.beginsElement(at)) {
            return -1;
        }
        if (code.isWord(open - 1, "function")) {
            return open - 1;
        }
        int close = code.partner(open);
        return close > 0 && code.is(close + 1, "=>") ? open : -1;
    }

    /** The type of a parameter of a function that is handed to a documented method. */
    private String parameterType(int function, int index) {
        ArgumentPlaces.Place place = places.valueAt(function);
        Matcher matcher =
                PARAMETERS.matcher(place == null ? "" : place.argument().type());
        if (!matcher.find()) {
            return null;
        }
        String[] parameters = matcher.group(1).split(",");
        int colon = index < parameters.length ? parameters[index].indexOf(':') : -1;
        return colon < 0 ? null : parameters[index].substring(colon + 1).strip();
    }

    /** Of an expression that is nothing but a chain. */
    private String typeOfExpression(int from, int end) {
        int start = code.isWord(from, "await") ? from + 1 : from;
        boolean isChain = end > start && code.startOfChain(end - 1) == start;
        return isChain ? types.typeBefore(end) : null;
    }

    /** A negative number where it is not over before the token. */
    private int endOfExpression(int from, int before) {
        int at = from;
        while (at <= before && at < code.size()) {
            if (endsExpression(at, from)) {
                return at;
            }
            at = code.next(at);
        }
        return -1;
    }

    private boolean endsExpression(int at, int start) {
        Token token = code.at(at);
        boolean beginsLine = at > start && token.afterLineBreak() && !token.isMemberAccess();
        return beginsLine
                || token.isPunctuator(";")
                || token.isPunctuator(",")
                || token.isPunctuator(")")
                || token.isPunctuator("}")
                || token.isPunctuator("]");
    }
}
