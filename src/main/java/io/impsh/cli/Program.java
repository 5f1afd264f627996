package io.impsh.cli;

import io.impsh.script.Input;
import io.impsh.script.ScriptSession;
import java.util.List;

/** What a run evaluates, one input after the other, until one fails. */
interface Program {
    /**
     * Reads and splits it; the session is being built meanwhile.
     *
     * @throws io.impsh.UserException when it cannot be read
     */
    List<Step> steps(ScriptSession session);

    /** What a failure means to whoever gave the command. */
    default RuntimeException outcome(RuntimeException failure) {
        return failure;
    }

    /** @param printed whether its value is wanted */
    record Step(Input input, boolean printed) {}
}
