package io.impsh.shell;

import io.impsh.script.SessionProfile;
import io.impsh.script.WriteLock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LockScreenTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));

    @Test
    void thePromptSaysHowLongItIsUnlockedUntilItEndsByItself() throws Exception {
        try (RunningShell shell = shell(WriteLock.Kind.PRODUCTION, true)) {
            shell.screen.await("acme PRODUCTION>");
            shell.enter(".unlock").screen.await("""
                    acme PRODUCTION> .unlock
                    acme may be changed for 15m; .lock ends that
                    acme PRODUCTION unlocked 15m>""");
            now.set(now.get().plus(Duration.ofSeconds(150)));
            shell.enter("1").screen.await("= 1\nacme PRODUCTION unlocked 13m>");
            now.set(now.get().plus(Duration.ofMinutes(12)));
            shell.enter("2").screen.await("= 2\nacme PRODUCTION unlocked 30s>");
            shell.enter(".profile")
                    .screen
                    .await(
                            "acme  http://127.0.0.1:8080/v5  production, unlocked for 30s\nacme PRODUCTION unlocked 30s>");
            now.set(now.get().plus(Duration.ofMinutes(1)));
            shell.enter("3").screen.await("= 3\nacme PRODUCTION>");
            shell.enter(".profile").screen.await("production, read-only\nacme PRODUCTION>");
        }
    }

    @Test
    void itEndsWhenToldTo() throws Exception {
        try (RunningShell shell = shell(WriteLock.Kind.PRODUCTION, true)) {
            shell.screen.await("acme PRODUCTION>");
            shell.enter(".unlock 1h30m").screen.await("acme PRODUCTION unlocked 1h30m>");
            shell.enter(".lock").screen.await("""
                    acme PRODUCTION unlocked 1h30m> .lock
                    acme is read-only; .unlock 15m allows changes for 15 minutes
                    acme PRODUCTION>""");
            shell.enter(".unlock 2h").screen.await("acme PRODUCTION unlocked 2h>");
            shell.enter(".unlock off").screen.await("allows changes for 15 minutes\nacme PRODUCTION>");
        }
    }

    @Test
    void whatIsNoDurationOrTooLongUnlocksNothing() throws Exception {
        try (RunningShell shell = shell(WriteLock.Kind.PRODUCTION, true)) {
            shell.screen.await("acme PRODUCTION>");
            shell.enter(".unlock soon").screen.await("""
                    Error: 'soon' is no duration
                      .unlock 15m, .unlock 2h; .lock ends it
                    acme PRODUCTION>""");
            shell.enter(".unlock 0").screen.await("Error: '0' is no duration");
            shell.enter(".unlock 9h").screen.await("""
                    Error: nothing is unlocked for longer than 8h at once
                      .unlock 15m, .unlock 2h; .lock ends it
                    acme PRODUCTION>""");
        }
    }

    @Test
    void whereNothingIsLockedItSaysSo() throws Exception {
        try (RunningShell shell = shell(WriteLock.Kind.NONE, null)) {
            shell.screen.await("acme>");
            shell.enter(".unlock").screen.await("nothing is locked here: acme is no production profile\nacme>");
            shell.enter(".lock").screen.await("nothing is locked here: acme is no production profile\nacme>");
        }
    }

    @Test
    void readOnlyIsForGood() throws Exception {
        try (RunningShell shell = shell(WriteLock.Kind.READ_ONLY, true)) {
            shell.screen.await("acme PRODUCTION>");
            shell.enter(".unlock").screen.await("""
                    Error: impsh was started with --read-only, which nothing unlocks
                      start without --read-only to change something
                    acme PRODUCTION>""");
        }
    }

    private RunningShell shell(WriteLock.Kind kind, Boolean production) {
        SessionProfile profile = new SessionProfile(
                "acme", URI.create("http://127.0.0.1:8080/v5"), production, new WriteLock(kind, () -> 0, now::get));
        return new RunningShell(new FakeEvaluator(), profile, "acme", options -> options);
    }
}
