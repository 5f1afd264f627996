package io.impsh.script;

import java.util.Set;

/** The words with a meaning of their own in JavaScript, grouped by what may follow them. */
final class Keywords {
    /** Reserved words and those that act like them. */
    static final Set<String> ALL = Set.of(
            "async",
            "await",
            "break",
            "case",
            "catch",
            "class",
            "const",
            "continue",
            "debugger",
            "default",
            "delete",
            "do",
            "else",
            "export",
            "extends",
            "false",
            "finally",
            "for",
            "function",
            "if",
            "import",
            "in",
            "instanceof",
            "let",
            "new",
            "null",
            "of",
            "return",
            "static",
            "super",
            "switch",
            "this",
            "throw",
            "true",
            "try",
            "typeof",
            "var",
            "void",
            "while",
            "with",
            "yield");

    /** Words that an expression follows, so that a slash after them begins a regular expression. */
    static final Set<String> BEFORE_EXPRESSION = Set.of(
            "await",
            "case",
            "default",
            "delete",
            "do",
            "else",
            "extends",
            "in",
            "instanceof",
            "new",
            "of",
            "return",
            "throw",
            "typeof",
            "void",
            "yield");

    /** Words whose following parenthesis is a head, not a list of arguments. */
    static final Set<String> BEFORE_HEAD = Set.of("for", "if", "while", "with");

    /** Words that a block follows at once. */
    static final Set<String> BEFORE_BLOCK = Set.of("catch", "do", "else", "finally", "static", "try");

    /** Words that no program ends with. */
    static final Set<String> NEVER_LAST = Set.of(
            "catch",
            "class",
            "const",
            "delete",
            "do",
            "else",
            "extends",
            "finally",
            "for",
            "function",
            "if",
            "in",
            "instanceof",
            "let",
            "new",
            "switch",
            "try",
            "typeof",
            "var",
            "void",
            "while",
            "with");

    private Keywords() {}
}
