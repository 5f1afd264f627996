package io.impsh.script;

import java.util.List;

/** The variable into which an input puts its value, as in {@code p = devices.where(…)}. */
final class AssignedName {
    private static final String LAST_VALUE = "_";

    private AssignedName() {}

    /** {@code _}, which always holds the last value, when the input names no other. */
    static String in(Input input) {
        if (!(input instanceof Input.Typed typed)) {
            return LAST_VALUE;
        }
        List<Token> code = Lexer.read(typed.text()).code();
        boolean assigns = code.size() > 2
                && code.get(0).kind() == Token.Kind.WORD
                && !code.get(0).isKeyword()
                && code.get(1).isPunctuator("=");
        return assigns ? code.get(0).text() : LAST_VALUE;
    }
}
