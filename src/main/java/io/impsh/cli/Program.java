package io.impsh.cli;

import io.impsh.script.Input;
import io.impsh.script.ScriptSession;
import io.impsh.script.Shown;
import java.util.List;
import java.util.function.Consumer;

/** What a run evaluates, one input after the other, until one fails. */
interface Program {
    /**
     * Reads and splits it; the session is being built meanwhile.
     *
     * @throws io.impsh.UserException when it cannot be read
     */
    List<Step> steps(ScriptSession session);

    /** What becomes of a value that is wanted. */
    default void take(Shown value, Consumer<Shown> printer) {
        printer.accept(value);
    }

    /** What a failure means to whoever gave the command. */
    default RuntimeException outcome(RuntimeException failure) {
        return failure;
    }

    /** Whether it is kept from changing anything, as its value is to be a plan. */
    default boolean onlyPlans() {
        return false;
    }

    /** @param printed whether its value is wanted */
    record Step(Input input, boolean printed) {}
}
