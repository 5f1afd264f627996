package io.impsh.cli;

import io.impsh.profile.Asker;
import io.impsh.script.ScriptIo;
import java.util.function.Consumer;

/** Asks for credentials in the way the session asks, which is known only after the connection has been chosen. */
final class SessionAsker implements Asker {
    private volatile ScriptIo io;

    void askThrough(ScriptIo session) {
        io = session;
    }

    /** A line above whatever is being typed; before the session has begun, to the other place. */
    void tell(String line, Consumer<String> otherwise) {
        ScriptIo session = io;
        if (session == null) {
            otherwise.accept(line);
        } else {
            session.notice(line);
        }
    }

    @Override
    public boolean canAsk() {
        return io != null && io.canAsk();
    }

    @Override
    public String ask(String question) {
        return io.ask(question, null);
    }

    @Override
    public String askSecret(String question) {
        return io.askSecret(question);
    }
}
