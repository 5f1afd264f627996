package io.impsh.docs;

import io.impsh.UserException;
import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.ImpClient;
import io.impsh.bulk.Author;
import io.impsh.bulk.Journals;
import io.impsh.library.ScriptLibrary;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import io.impsh.script.Completeness;
import io.impsh.script.Input;
import io.impsh.script.ScriptSession;
import io.impsh.script.SessionOptions;
import io.impsh.script.SessionProfile;
import io.impsh.script.WriteLock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A session as at the prompt, with a fresh sandbox of its own. */
final class Conversation implements AutoCloseable {
    static final String PROMPT = "sandbox demo> ";

    private final Sandbox sandbox;
    private final PrintedIo io = new PrintedIo();
    private final ScratchFolder folder;
    private final ImpClient client;
    private final ScriptSession session;
    private int inputs;

    private Conversation(ScratchFolder folder, SandboxOptions options) {
        this.folder = folder;
        sandbox = Sandbox.start(options);
        client = ImpClient.connect(ClientOptions.of(
                sandbox.baseUrl(), CredentialSource.of(new Credentials.Password(sandbox.user(), sandbox.password()))));
        session = ScriptSession.start(new SessionOptions(
                new SessionProfile("sandbox", sandbox.baseUrl(), null, new WriteLock(WriteLock.Kind.NONE)),
                () -> client,
                io,
                new ScriptLibrary(List.of(Path.of("scripts-library")), Map.of()),
                null,
                false,
                new Journals(
                        () -> Optional.of(folder.path().resolve("state/plans")),
                        new Author("operator", "sandbox", "impsh 0"))));
    }

    /** As {@code impsh --sandbox}. */
    static Conversation usual(ScratchFolder folder) {
        return new Conversation(folder, SandboxOptions.defaults());
    }

    /** Without the rate limit, where nobody sees it. */
    static Conversation quick(ScratchFolder folder) {
        return new Conversation(folder, SandboxOptions.defaults().withoutRateLimit());
    }

    boolean isIncomplete(String text) {
        return session.completeness(text) == Completeness.INCOMPLETE;
    }

    /** What an input prints; questions are answered with yes. */
    String evaluate(String input) {
        io.agreeing();
        return printedBy(input);
    }

    /** All that the terminal shows of an input: questions with their answers, and a failure, too. */
    String enter(String input, UnaryOperator<String> answers) {
        io.answering(answers);
        try {
            return printedBy(input);
        } catch (UserException failure) {
            io.failure(failure);
            return folder.out(io.take());
        }
    }

    private String printedBy(String input) {
        session.evaluate(new Input.Typed("input " + ++inputs, folder.in(input)), io::print);
        return folder.out(io.take());
    }

    @Override
    public void close() {
        session.close();
        client.close();
        sandbox.close();
    }
}
