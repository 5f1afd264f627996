package io.impsh.script;

import io.impsh.UserException;
import io.impsh.model.Device;
import java.util.function.Predicate;
import org.graalvm.polyglot.Value;

/**
 * A function of the script that says whether a device is healthy. What it throws stops the run, which says so in its
 * report, and is thrown again once the report is safe.
 */
final class HealthFunction implements Predicate<Device> {
    private final Value function;
    private final Host host;
    private RuntimeException thrown;

    HealthFunction(Value function, Host host) {
        this.function = function;
        this.host = host;
    }

    @Override
    public boolean test(Device device) {
        try {
            return isTrue(function.execute(host.objects().entity(device)));
        } catch (RuntimeException failure) {
            thrown = failure;
            throw failure;
        }
    }

    private static boolean isTrue(Value answer) {
        if (GuestValues.isPromise(answer)) {
            throw ScriptError.of(new UserException(
                    "USAGE",
                    "the health function gave a Promise, not true or false",
                    "leave out async and await: every call gives its value at once"));
        }
        return JsTruth.of(answer);
    }

    /** What it has thrown, or {@code null}. */
    RuntimeException thrown() {
        return thrown;
    }
}
