package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.script.ScriptFailure;

/** A call that a command writes in place of whoever gave it. */
final class OwnCall {
    private OwnCall() {}

    /** The same failure without the line of the call, which nobody has written. */
    static RuntimeException withoutPlace(RuntimeException failure) {
        return failure instanceof ScriptFailure script
                ? new UserException(script.code(), script.getMessage(), script.hint(), script)
                : failure;
    }
}
