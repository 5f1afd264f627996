package io.impsh.script;

import java.net.URI;
import java.util.function.IntSupplier;

/**
 * Where a session is connected to and what it may do there.
 *
 * @param name the profile's name, such as {@code sandbox}
 * @param endpoint the service's base URL with {@code /v5}
 * @param production {@code true} or {@code false} as the profile says, {@code null} when it does not
 * @param lock whether anything may be changed, which can be another answer each time
 * @param dryRun nothing is changed: each write is shown and none is sent
 * @param logStreams how many log streams of the account may be open at once; asked when the first one begins
 */
public record SessionProfile(
        String name, URI endpoint, Boolean production, WriteLock lock, boolean dryRun, IntSupplier logStreams) {
    /** What a profile has that says nothing about it: a new one may close somebody else's. */
    public static final int USUAL_LOG_STREAMS = 1;

    public SessionProfile(String name, URI endpoint, Boolean production, WriteLock lock) {
        this(name, endpoint, production, lock, false, () -> USUAL_LOG_STREAMS);
    }

    int mostLogStreams() {
        return logStreams.getAsInt();
    }

    /** Every write is refused now. */
    public boolean readOnly() {
        return lock.isLocked();
    }

    /** Plans that touch (pre-)production groups ask for the number of devices unless the profile says that it is none. */
    public boolean asksForNumbers() {
        return !Boolean.FALSE.equals(production);
    }
}
