package io.impsh.shell;

import io.impsh.script.SessionProfile;
import java.util.List;

/** What the prompt can do about where it is connected to, and as whom. Called on the thread that reads entries. */
public interface ShellConnection {
    /** Where the session that is begun next will be connected to. */
    SessionProfile profile();

    /** Such as {@code logged in as demo}; asks nobody. */
    String login();

    /** What {@code .profile} can switch to. */
    List<String> profileNames();

    /**
     * Connects to that profile; the session has to be begun anew.
     *
     * @throws io.impsh.UserException when there is no such profile, or its login is broken; then nothing has changed
     */
    void switchTo(String profile);

    /**
     * Asks for credentials, tries and stores them.
     *
     * @param user {@code null} to ask for it
     * @throws io.impsh.UserException when the service refuses them, or nobody answers; then nothing has changed
     */
    LoggedIn login(String user);

    /** Breaks off a {@link #login} that waits for the service. False when there is none. */
    boolean cancel();

    /**
     * @param notices what to say, a line each
     * @param sameAccount whether what the session holds still is the account's; else it has to be begun anew
     */
    record LoggedIn(List<String> notices, boolean sameAccount) {}
}
