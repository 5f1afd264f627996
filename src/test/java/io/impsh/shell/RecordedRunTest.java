package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.ImpClient;
import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.Author;
import io.impsh.bulk.Journals;
import io.impsh.bulk.Question;
import io.impsh.library.ScriptLibrary;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.script.Input;
import io.impsh.script.ResultSink;
import io.impsh.script.ScriptIo;
import io.impsh.script.ScriptSession;
import io.impsh.script.SessionOptions;
import io.impsh.script.Shown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is recorded at a terminal runs again, without and with other names, on a service that knows nothing of it. */
class RecordedRunTest {
    private static final List<String> TYPED = List.of(
            "devices.where({group: 'Line 1', online: false}).count()",
            "_ * 2",
            "devices.get('thermo-1')",
            "d = devices.get('thermo-0001')",
            "let n = 1",
            "let n = 2",
            "p = devices.where({group: 'Line 1'}).limit(3).assignTo('Line 2')",
            ".debug off",
            "p.apply()",
            "y",
            "_.counts",
            "function offline(group) { return group.devices.where({online: false}).count() }",
            "offline(groups['Line 2']) + n",
            "products.Thermostat.devices.where({name: 'thermo-0002'}).names()",
            "groups.where({product: ['Thermostat', 'Tracker']}).count()",
            "groups['Line 2'].assign(['thermo-0005'])",
            "devices.get('thermo-0005').unassign({unbondKey: 'sandbox-unbond-key'})",
            "for (const each of groups.where({product: 'Tracker'})) { print(each.name) }",
            "devices.where({group: groups.get('Line 2')}).countBy('impType')");

    @TempDir
    Path folder;

    private ImpClient client(Sandbox sandbox, boolean dryRun) {
        CredentialSource login = CredentialSource.of(new Credentials.Password(sandbox.user(), sandbox.password()));
        return ImpClient.connect(ClientOptions.of(sandbox.baseUrl(), login).withDryRun(dryRun));
    }

    private ScriptSession session(Sandbox sandbox, ScriptIo io, boolean dryRun) {
        return ScriptSession.start(new SessionOptions(
                RunningShell.SANDBOX,
                () -> client(sandbox, dryRun),
                io,
                new ScriptLibrary(List.of(), Map.of()),
                null,
                false,
                new Journals(() -> Optional.of(folder.resolve("plans")), new Author("operator", null, "impsh"))));
    }

    @Test
    void aRecordingRunsDry() throws Exception {
        Path file = folder.resolve("x.js");
        record(file);
        assertThat(Files.readString(file))
                .contains(
                        "[group=Line 1]",
                        "[toGroup=Line 2]",
                        "[product=Thermostat]",
                        "// left out: devices.get('thermo-1')")
                .doesNotContain("sandbox-unbond-key");
        assertThat(String.join("\n", runDry(file, Map.of()))).isEqualTo("""
                POST /devicegroups/6775dc77-0156-4f61-9afc-d44d14cf8bfe/relationships/devices \
                {"data":[{"type":"device","id":"23d6824e2ef3fc17"},{"type":"device","id":"234673ef77ba0574"},\
                {"type":"device","id":"239545b4ca73e0f3"}]}
                DELETE /devicegroups/491718de-357e-3da8-cb43-5c8e74616796/relationships/devices \
                {"data":[{"type":"device","id":"23077ba99ea524f2"}]}""");
        assertThat(runDry(file, Map.of("group", "Line 2", "toGroup", "Line 1", "device", "thermo-0009")))
                .hasSize(2);
        assertThatThrownBy(() -> runDry(file, Map.of("group", "Lime 1")))
                .hasMessage("--group: no device group is called 'Lime 1'; nearest: Line 1, Line 2");
    }

    private void record(Path file) throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withoutRateLimit());
                ScriptSession warm = session(sandbox, new SilentIo(), false);
                EmulatedScreen screen = new EmulatedScreen(100, 40)) {
            // The first engine and connection of a process take their time, which nobody at a terminal should wait for.
            warm.evaluate(new Input.Typed("warm", "devices.limit(1).names()"), ResultSink.none());
            Shell shell = new Shell(
                    ShellOptions.of(io -> Evaluator.of(session(sandbox, io, false)), RunningShell.SANDBOX, () -> "demo")
                            .environment(Map.of())
                            .build(),
                    screen::terminal,
                    new ManualTicks());
            Thread thread = new Thread(shell::run, "shell");
            thread.setDaemon(true);
            thread.start();
            enter(screen, ".record start");
            TYPED.forEach(entry -> enter(screen, entry));
            enter(screen, ".record stop " + file);
            screen.type(".exit\r");
            thread.join(10_000);
        }
    }

    private static void enter(EmulatedScreen screen, String entry) {
        screen.await("(demo( recording)?>|\\[y/N\\])\\s*\\z");
        screen.type(entry + "\r");
    }

    /** The requests that would be sent. */
    private List<String> runDry(Path file, Map<String, Object> parameters) {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withoutRateLimit());
                ScriptSession session = session(sandbox, new SilentIo(), true)) {
            session.evaluate(new Input.Saved(file.toString(), parameters, List.of()), ResultSink.none());
            return session.recordedWrites();
        }
    }

    /** Nobody looks, and nobody is asked. */
    private static final class SilentIo implements ScriptIo {
        @Override
        public void print(Shown shown) {}

        @Override
        public void notice(String line) {}

        @Override
        public void log(Shown.LogLines lines) {}

        @Override
        public boolean canStream() {
            return false;
        }

        @Override
        public boolean canAsk() {
            return false;
        }

        @Override
        public String ask(String question, String preset) {
            throw new AssertionError("a dry run asks nothing: " + question);
        }

        @Override
        public String askSecret(String question) {
            throw new AssertionError("a dry run asks nothing: " + question);
        }

        @Override
        public boolean confirm(Question question) {
            throw new AssertionError("a dry run asks nothing: " + question);
        }

        @Override
        public ApplyListener applyListener() {
            return ApplyListener.none();
        }

        @Override
        public Activity begin(String what) {
            return Activity.none();
        }
    }
}
