package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.ImpClient;
import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.Author;
import io.impsh.bulk.Journals;
import io.impsh.bulk.Question;
import io.impsh.library.RecordedFile;
import io.impsh.library.ScriptLibrary;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.script.Input;
import io.impsh.script.RecordedInput;
import io.impsh.script.Recording;
import io.impsh.script.ScriptIo;
import io.impsh.script.ScriptSession;
import io.impsh.script.SessionOptions;
import io.impsh.script.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is typed, and the script that is made of it, show the same. */
class RecordedAnywayTest {
    private static final String BETWEEN = "~~";
    private static Sandbox sandbox;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withoutRateLimit());
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    /** Conversations, their inputs apart by two tildes. */
    static List<String> conversations() throws IOException {
        List<String> all = new ArrayList<>();
        for (String text : Files.readString(Path.of("src/test/resources/io/impsh/shell/recorded-anyway.txt"))
                .split("\n====\n")) {
            all.add(text);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void theScriptShowsTheSame(String conversation) throws IOException {
        Seen typed = new Seen();
        Recording recording = new Recording();
        RecordedFile script;
        try (ScriptSession session = session(typed)) {
            for (String input : conversation.split("\n" + BETWEEN + "\n")) {
                boolean[] shown = new boolean[1];
                try {
                    session.evaluate(new Input.Typed("input", input), value -> {
                        shown[0] = !(value instanceof Shown.Nothing);
                        typed.see(value);
                    });
                    recording.add(RecordedInput.succeeded("sandbox demo", input, shown[0]));
                } catch (UserException failure) {
                    recording.add(RecordedInput.failed("sandbox demo", input, failure.getMessage()));
                }
            }
            script = RecordedFile.of(recording, session::isScript);
        }
        String text = script.text(LocalDate.of(2026, 11, 22), "sandbox demo", "impsh run x.js");
        assertThat(script.unfit()).as(text).isZero();
        Path file = Files.writeString(folder.resolve("x.js"), text);
        Seen run = new Seen();
        try (ScriptSession session = session(run)) {
            session.evaluate(new Input.Saved(file.toString(), Map.of(), List.of()), run::see);
        } catch (UserException failure) {
            run.lines.add(failure.getMessage());
        }
        assertThat(run.lines).as(text).isEqualTo(typed.lines);
    }

    private ScriptSession session(ScriptIo io) {
        CredentialSource login = CredentialSource.of(new Credentials.Password(sandbox.user(), sandbox.password()));
        return ScriptSession.start(new SessionOptions(
                RunningShell.SANDBOX,
                () -> ImpClient.connect(ClientOptions.of(sandbox.baseUrl(), login)),
                io,
                new ScriptLibrary(List.of(), Map.of()),
                null,
                false,
                new Journals(() -> Optional.of(folder.resolve("plans")), new Author("operator", null, "impsh"))));
    }

    /** Somebody who reads everything, and is never asked. */
    private static final class Seen implements ScriptIo {
        private final List<String> lines = new ArrayList<>();

        void see(Shown shown) {
            if (!(shown instanceof Shown.Nothing)) {
                lines.add(shown.toString().replaceAll("@[0-9a-f]+", "@"));
            }
        }

        @Override
        public void print(Shown shown) {
            see(shown);
        }

        @Override
        public void notice(String line) {}

        @Override
        public void log(Shown.LogLines shown) {}

        @Override
        public boolean canStream() {
            return false;
        }

        @Override
        public boolean canAsk() {
            return true;
        }

        @Override
        public String ask(String question, String preset) {
            throw new AssertionError(question);
        }

        @Override
        public String askSecret(String question) {
            throw new AssertionError(question);
        }

        @Override
        public boolean confirm(Question question) {
            return true;
        }

        @Override
        public ApplyListener applyListener() {
            return ApplyListener.none();
        }

        @Override
        public Activity begin(String what) {
            return new Activity() {
                @Override
                public void progress(long done, long total) {}

                @Override
                public void close() {}
            };
        }
    }
}
