package io.impsh.script;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.impsh.UserException;
import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.ImpClient;
import io.impsh.api.Trace;
import io.impsh.bulk.Author;
import io.impsh.bulk.Journals;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** A script session that speaks to a sandbox of its own over HTTP. */
final class SandboxSession implements AutoCloseable {
    final Sandbox sandbox;
    final RecordingIo io = new RecordingIo();
    final ScriptSession session;
    /** Where the journals of plans are unless told otherwise, until it is closed. */
    private final TemporaryFolder own = TemporaryFolder.create();

    private final Path journals;

    private final URI service;
    private int inputs;

    private SandboxSession(Builder wanted) {
        journals = wanted.journals == null ? own.path() : wanted.journals;
        sandbox = Sandbox.start(wanted.sandbox);
        service = wanted.between.apply(sandbox.baseUrl());
        SessionProfile profile = new SessionProfile("sandbox", service, wanted.production, wanted.lock);
        session = ScriptSession.start(
                new SessionOptions(
                        profile,
                        () -> connect(wanted),
                        io,
                        wanted.scripts,
                        wanted.names,
                        wanted.names != null,
                        journals()),
                WarmEngine.begin(),
                wanted.logs == null ? null : wanted.logs::of);
    }

    private Journals journals() {
        return new Journals(() -> Optional.of(journals), new Author("operator", "sandbox", "impsh 0"));
    }

    /** Where the journals of plans are. */
    Path journalFolder() {
        return journals;
    }

    private ImpClient connect(Builder wanted) {
        CredentialSource credentials =
                CredentialSource.of(new Credentials.Password(sandbox.user(), sandbox.password()));
        return ImpClient.connect(
                ClientOptions.of(service, credentials).withDryRun(wanted.dryRun).withTrace(wanted.trace));
    }

    /** What the session shall be like; unless told otherwise a program's, with 250 devices. */
    static final class Builder {
        private SandboxOptions sandbox = SandboxOptions.defaults().withoutRateLimit();
        private Boolean production;
        private WriteLock lock = new WriteLock(WriteLock.Kind.NONE);
        private boolean dryRun;
        private Trace trace;
        private SavedScripts scripts;
        private Path names;
        private Path journals;
        private PlayedLogs logs;
        private UnaryOperator<URI> between = sandbox -> sandbox;

        /** What stands between the session and the sandbox. */
        Builder through(UnaryOperator<URI> service) {
            between = service;
            return this;
        }

        /** Log lines come from there, and not from the sandbox. */
        Builder logs(PlayedLogs played) {
            logs = played;
            return this;
        }

        Builder sandbox(SandboxOptions options) {
            sandbox = options;
            return this;
        }

        Builder devices(int count) {
            sandbox = sandbox.withDevices(count);
            return this;
        }

        Builder production(Boolean said) {
            production = said;
            return this;
        }

        Builder lock(WriteLock live) {
            lock = live;
            return this;
        }

        Builder readOnly() {
            return lock(new WriteLock(WriteLock.Kind.READ_ONLY));
        }

        Builder dryRun() {
            dryRun = true;
            return this;
        }

        /** Told each request and each answer. */
        Builder trace(Trace told) {
            trace = told;
            return this;
        }

        Builder scripts(SavedScripts library) {
            scripts = library;
            return this;
        }

        /** The journals of plans are there, and stay. */
        Builder journalsIn(Path folder) {
            journals = folder;
            return this;
        }

        /** As at the prompt: reads the names in the background and keeps them in the folder. */
        Builder namesIn(Path folder) {
            names = folder;
            return this;
        }

        SandboxSession start() {
            return new SandboxSession(this);
        }
    }

    static Builder with() {
        return new Builder();
    }

    static SandboxSession start() {
        return with().start();
    }

    /** Evaluates an input and tells what it came to. */
    String show(String input) {
        AtomicReference<String> shown = new AtomicReference<>();
        session.evaluate(typed(input), result -> shown.set(ShownText.of(result)));
        return shown.get();
    }

    private Input typed(String text) {
        return new Input.Typed("input " + ++inputs, text);
    }

    /** What an input came to. */
    Shown shown(String input) {
        AtomicReference<Shown> shown = new AtomicReference<>();
        session.evaluate(typed(input), shown::set);
        return shown.get();
    }

    void run(String input) {
        session.evaluate(typed(input), ResultSink.none());
    }

    /** The failure of an input as code, message and, on lines of its own, the hint. */
    String failure(String input) {
        UserException failure = thrown(input);
        return failure.code() + ": " + failure.getMessage() + (failure.hint() == null ? "" : "\n" + failure.hint());
    }

    UserException thrown(String input) {
        UserException failure =
                catchThrowableOfType(UserException.class, () -> session.evaluate(typed(input), ShownText::of));
        if (failure == null) {
            throw new AssertionError("did not fail: " + input);
        }
        return failure;
    }

    /** How many requests an input sends. */
    int requests(String input) {
        int before = sandbox.recount().totalRequests();
        show(input);
        return sandbox.recount().totalRequests() - before;
    }

    @Override
    public void close() {
        session.close();
        sandbox.close();
        own.close();
    }
}
