package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.output.SafeText;
import io.impsh.script.SessionProfile;
import io.impsh.script.WriteLock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code .login} and {@code .profile}. */
final class ConnectionCommands {
    private static final Map<String, String> KINDS = Map.of("true", "production", "false", "no production");

    private final ShellPrinter printer;
    private final SwitchableEvaluator evaluator;
    private final ShellOptions options;

    ConnectionCommands(ShellPrinter printer, SwitchableEvaluator evaluator, ShellOptions options) {
        this.printer = printer;
        this.evaluator = evaluator;
        this.options = options;
    }

    DotCommand login() {
        return DotCommand.with(".login", "[USER]", "logs in and stores the login with the profile", this::login);
    }

    DotCommand profile() {
        return DotCommand.with(
                        ".profile", "[NAME]", "shows where this shell is connected to, or switches", this::profile)
                .choosingFrom(() -> options.connection() == null
                        ? List.of()
                        : options.connection().profileNames());
    }

    private void login(String user) {
        if (user.contains(" ")) {
            throw new UserException("USAGE", ".login takes a user only; the password is asked for", ".login [USER]");
        }
        ShellConnection.LoggedIn done = connection().login(user.isEmpty() ? null : user);
        if (done.sameAccount()) {
            evaluator.reconnect();
        } else {
            evaluator.beginAnew();
        }
        done.notices().forEach(printer::notice);
        if (!done.sameAccount()) {
            printer.aside("another account: variables are gone");
        }
    }

    private void profile(String name) {
        if (!name.isEmpty()) {
            connection().switchTo(name);
            evaluator.beginAnew();
            printer.aside("connected anew: variables are gone");
        }
        show();
    }

    private void show() {
        SessionProfile profile = options.presentProfile();
        printer.notice(SafeText.clean(profile.name()) + "  " + profile.endpoint() + "  "
                + KINDS.getOrDefault(String.valueOf(profile.production()), "may hold production groups")
                + lock(profile.lock()));
        if (options.connection() != null) {
            printer.notice(SafeText.clean(options.connection().login()));
        }
    }

    private static String lock(WriteLock lock) {
        if (lock.isLocked()) {
            return ", read-only";
        }
        Duration left = lock.remaining();
        return left == null ? "" : ", unlocked for " + ShortDuration.of(left);
    }

    private ShellConnection connection() {
        if (options.connection() == null) {
            throw new UserException(
                    "USAGE", "the sandbox is logged in by itself", "start impsh without --sandbox for another account");
        }
        return options.connection();
    }
}
