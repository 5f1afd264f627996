package io.impsh.cli;

import java.util.List;

/** Words of the command line as JavaScript. */
final class ScriptLiteral {
    private static final String PLAIN = " -_.:";

    private ScriptLiteral() {}

    /** What is no plain letter or digit is written by its number: nothing can end the literal. */
    static String text(String text) {
        StringBuilder literal = new StringBuilder("'");
        text.chars()
                .forEach(unit -> literal.append(
                        unit < 128 && (Character.isLetterOrDigit(unit) || PLAIN.indexOf(unit) >= 0)
                                ? String.valueOf((char) unit)
                                : String.format("\\u%04x", unit)));
        return literal.append('\'').toString();
    }

    static String array(List<String> texts) {
        return "[" + String.join(", ", texts.stream().map(ScriptLiteral::text).toList()) + "]";
    }
}
