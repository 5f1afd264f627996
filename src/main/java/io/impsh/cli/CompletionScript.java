package io.impsh.cli;

/** What Tab can offer in a shell beside words that never change: the ids of plans that were begun. */
final class CompletionScript {
    private static final String OF_APPLY = "function _picocli_impsh_apply() {";
    private static final String NOTHING = "local positionals=\"\"";

    /** Reads a folder's names, as starting the program at each Tab would take too long. */
    private static final String IDS = """
            # Prints the ids of the plans that were begun.
            function _impsh_plan_ids() {
              local state="${IMPSH_HOME:+$IMPSH_HOME/state}"
              ls "${state:-${XDG_STATE_HOME:-$HOME/.local/state}/impsh}/plans" 2>/dev/null | sed -n 's/\\.ndjson$//p'
            }

            """;

    private CompletionScript() {}

    /**
     * @param generated what picocli makes, which knows fixed words and files only
     * @throws IllegalStateException when it has another form than ours expects
     */
    static String withPlans(String generated) {
        int start = generated.indexOf(OF_APPLY);
        int operands = generated.indexOf(NOTHING, start);
        if (start < 0 || operands < 0) {
            throw new IllegalStateException("the generated script has another form");
        }
        int line = generated.lastIndexOf('\n', generated.lastIndexOf("\n# ", start) + 1) + 1;
        return generated.substring(0, line)
                + IDS
                + generated.substring(line, operands)
                + "local positionals=\"$(_impsh_plan_ids; compgen -f -- \"${curr_word}\")\""
                + generated.substring(operands + NOTHING.length());
    }
}
