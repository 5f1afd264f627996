package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyTest {
    private static SandboxSession cloud;

    @BeforeAll
    static void start() {
        cloud = SandboxSession.with().readOnly().start();
        cloud.run("let d = devices.get('thermo-0001'), p = products.Thermostat, g = groups.get('Line 1')");
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d.rename('x')",
                "d.update({name: 'x'})",
                "d.assignTo('Line 2')",
                "d.unassign()",
                "d.restart()",
                "d.remove()",
                "d.remove({force: true})",
                "products.create({name: 'x'})",
                "p.update({name: 'x'})",
                "p.createGroup({name: 'x'})",
                "p.remove()",
                "groups.create({product: p, name: 'x'})",
                "g.update({name: 'x'})",
                "g.restart()",
                "g.remove()",
                "devices.where({group: 'Line 1'}).assignTo('Line 2').apply()",
                "g.reassignTo('Line 2').apply()",
            })
    void everyWriteIsRefusedWithoutAQuestion(String input) {
        assertThat(cloud.failure(input))
                .isEqualTo("READ_ONLY: the profile sandbox is read-only; nothing was changed\n"
                        + "start without --read-only to change something");
        assertThat(((ScriptFailure) cloud.thrown(input)).position()).isNull();
        assertThat(cloud.io.lines).isEmpty();
        assertThat(cloud.sandbox.recount().requests().keySet())
                .allMatch(request -> request.startsWith("GET ") || request.startsWith("POST /auth"));
    }

    @Test
    void theLockIsAskedAtEachWrite() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
        WriteLock lock = new WriteLock(WriteLock.Kind.PRODUCTION, () -> 0, now::get);
        String refused = "READ_ONLY: the profile sandbox is read-only; nothing was changed\n"
                + ".unlock 15m allows changes for 15 minutes";
        try (SandboxSession session =
                SandboxSession.with().lock(lock).production(true).start()) {
            assertThat(session.failure("products.create({name: 'x'})")).isEqualTo(refused);
            assertThat(session.show("[profile.readOnly, profile.unlockedUntil]"))
                    .isEqualTo("[true, null]");

            lock.unlockFor(Duration.ofMinutes(15));
            session.run("let made = products.create({name: 'x'})");
            assertThat(session.show("[profile.readOnly, profile.unlockedUntil.toISOString()]"))
                    .isEqualTo("[false, '2026-01-02T03:19:05.000Z']");
            session.run("let p = devices.where({group: 'Line 1'}).limit(2).assignTo('Line 2')");

            now.set(now.get().plus(Duration.ofMinutes(15)));
            assertThat(session.failure("made.update({name: 'y'})")).isEqualTo(refused);
            assertThat(session.failure("p.apply()")).isEqualTo(refused);
        }
    }

    @Test
    void aLockedProductionProfileSaysHowToUnlockIt() {
        WriteLock lock = new WriteLock(WriteLock.Kind.PRODUCTION_PROGRAM);
        try (SandboxSession locked =
                SandboxSession.with().lock(lock).production(true).start()) {
            assertThat(locked.failure("products.create({name: 'x'})"))
                    .isEqualTo("READ_ONLY: the profile sandbox is read-only; nothing was changed\n"
                            + "--unlock allows changes");
        }
    }
}
