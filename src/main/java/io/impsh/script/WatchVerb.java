package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import java.time.Instant;
import java.util.List;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/**
 * {@code watch(fn, seconds)}: a function's result, asked again and again. The first Ctrl-C ends it with the last result
 * as its value, what it asks just then is given up; the ones after that are as everywhere.
 */
final class WatchVerb {
    private static final double USUAL_SECONDS = 2;
    private static final double LEAST_SECONDS = 0.2;
    private static final List<String> TRANSIENT = List.of("UNREACHABLE", "RATE_LIMITED", "SERVER_ERROR");

    private final Host host;
    private final Value function;
    private final double seconds;
    private final int times;
    private WatchRound last;
    private Object result = GuestValues.UNDEFINED;

    private WatchVerb(Host host, Value function, double seconds, int times) {
        this.host = host;
        this.function = function;
        this.seconds = seconds;
        this.times = times;
    }

    static void addTo(HostType<Host> type) {
        type.method(
                "watch",
                "any",
                "Shows a result again and again in its place, marking what changed, until Ctrl-C. Gives the last one.",
                "watch(() => devices.countBy('online'), 0.2, {times: 2})",
                WatchVerb::watch,
                Argument.required("fn", "() => any", "what to show, such as () => devices.where({online: false})"),
                Argument.optional("seconds", "number", "between two rounds: 2 by default, at least 0.2"),
                Argument.options(
                        "options", Argument.optional("times", "number", "ends by itself after so many rounds")));
    }

    private static Object watch(Host host, Call call) {
        Value function = call.function(0);
        double seconds = call.has(1) ? call.number(1) : USUAL_SECONDS;
        if (!(seconds >= LEAST_SECONDS) || seconds > 86_400) {
            throw call.wrong(1, "a number of seconds from 0.2 to 86400");
        }
        Value wanted = call.options(2).value("times");
        int times = wanted == null ? Integer.MAX_VALUE : times(call, wanted);
        boolean once = host.isConnected() && host.isDryRun() || !host.io().canStream();
        return new WatchVerb(host, function, seconds, once ? 1 : times).run();
    }

    private static int times(Call call, Value wanted) {
        if (!wanted.fitsInInt() || wanted.asInt() < 1) {
            throw call.options(2).wrong("times", "a whole number from 1 on");
        }
        return wanted.asInt();
    }

    private Object run() {
        if (!host.io().canStream()) {
            return function.execute();
        }
        Cancellation ending = host.evaluation().watching();
        try (Redrawing place = host.io().redrawing()) {
            for (int round = 1; round <= times; round++) {
                if (!show(place, ending) || round < times && !pause(ending)) {
                    break;
                }
            }
        } finally {
            host.evaluation().watched();
        }
        host.evaluation().check();
        if (last != null) {
            host.evaluation().isOnScreen(result);
        }
        return result;
    }

    /** @return whether to go on */
    private boolean show(Redrawing place, Cancellation ending) {
        try {
            Instant now = Instant.now();
            Value value = function.execute();
            last = WatchRound.of(now, seconds, new Display(host).of(value));
            result = value;
        } catch (RuntimeException failure) {
            if (ending.isCancelled() && !host.evaluation().isCancelled()) {
                return false;
            }
            UserException known = cause(failure);
            if (last == null || known == null || !TRANSIENT.contains(known.code())) {
                throw failure;
            }
            last = last.failed(Instant.now(), known.getMessage());
        }
        place.show(last);
        return !ending.isCancelled();
    }

    private static UserException cause(RuntimeException failure) {
        Throwable thrown = failure instanceof PolyglotException guest && guest.isHostException()
                ? guest.asHostException()
                : failure;
        return thrown instanceof ScriptError error
                ? error.original()
                : thrown instanceof UserException user ? user : null;
    }

    /** @return whether the time has passed without an end being wanted */
    private boolean pause(Cancellation ending) {
        host.pause(ending, seconds, () -> false);
        return !ending.isCancelled() && !Thread.currentThread().isInterrupted();
    }
}
