package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.output.SafeText;
import io.impsh.script.DurationText;
import io.impsh.script.SessionProfile;
import io.impsh.script.WriteLock;
import java.time.Duration;
import java.util.List;

/** {@code .unlock} and {@code .lock}: whether a production profile may be changed, for a while. */
final class LockCommands {
    private static final String OFF = "off";
    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final String EXAMPLES = ".unlock 15m, .unlock 2h; .lock ends it";

    private final ShellPrinter printer;
    private final ShellOptions options;

    LockCommands(ShellPrinter printer, ShellOptions options) {
        this.printer = printer;
        this.options = options;
    }

    DotCommand unlock() {
        return DotCommand.with(
                        ".unlock", "[DURATION]", "allows changes of production, for 15m unless said", this::unlock)
                .choosingFrom(() -> List.of("15m", "1h", "8h", OFF));
    }

    DotCommand lock() {
        return DotCommand.plain(".lock", "refuses changes of production again", this::endUnlock);
    }

    private void unlock(String wanted) {
        if (wanted.equals(OFF)) {
            endUnlock();
            return;
        }
        Duration duration = wanted.isEmpty() ? USUAL : duration(wanted);
        if (isAboutLocks()) {
            profile().lock().unlockFor(duration);
            printer.aside(name() + " may be changed for " + ShortDuration.of(duration) + "; .lock ends that");
        }
    }

    private static Duration duration(String text) {
        Duration duration = DurationText.parse(text)
                .filter(some -> !some.isZero())
                .orElseThrow(() -> new UserException("USAGE", "'" + text + "' is no duration", EXAMPLES));
        if (duration.compareTo(WriteLock.LONGEST) > 0) {
            throw new UserException(
                    "USAGE",
                    "nothing is unlocked for longer than " + ShortDuration.of(WriteLock.LONGEST) + " at once",
                    EXAMPLES);
        }
        return duration;
    }

    private void endUnlock() {
        if (isAboutLocks()) {
            profile().lock().lock();
            printer.aside(name() + " is read-only; .unlock 15m allows changes for 15 minutes");
        }
    }

    /** Whether the profile can be locked and unlocked; says why not. */
    private boolean isAboutLocks() {
        WriteLock.Kind kind = profile().lock().kind();
        if (kind == WriteLock.Kind.READ_ONLY) {
            throw new UserException(
                    "READ_ONLY",
                    "impsh was started with --read-only, which nothing unlocks",
                    "start without --read-only to change something");
        }
        if (kind == WriteLock.Kind.NONE) {
            printer.aside("nothing is locked here: " + name() + " is no production profile");
        }
        return kind != WriteLock.Kind.NONE;
    }

    private String name() {
        return SafeText.clean(profile().name());
    }

    private SessionProfile profile() {
        return options.presentProfile();
    }
}
