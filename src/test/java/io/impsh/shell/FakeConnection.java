package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.SessionProfile;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Two profiles, {@code default} and {@code lab}; the account of a login is what was given as the user. */
final class FakeConnection implements ShellConnection {
    final CountDownLatch loginBegun = new CountDownLatch(1);
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile SessionProfile profile = RunningShell.profile("default", false);
    private volatile boolean waits;

    @Override
    public SessionProfile profile() {
        return profile;
    }

    @Override
    public String login() {
        return "logged in as demo (password)";
    }

    @Override
    public List<String> profileNames() {
        return List.of("default", "lab");
    }

    @Override
    public void switchTo(String name) {
        if (!profileNames().contains(name)) {
            throw new UserException("NO_SUCH_PROFILE", "there is no profile \"" + name + "\"", null);
        }
        profile = RunningShell.profile(name, name.equals("lab"));
    }

    @Override
    public LoggedIn login(String user) {
        if ("slow".equals(user)) {
            waitUntilCancelled();
        }
        return new LoggedIn(List.of("logged in as " + user), "demo".equals(user));
    }

    private void waitUntilCancelled() {
        waits = true;
        loginBegun.countDown();
        try {
            cancelled.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
        waits = false;
        throw new UserException("CANCELLED", "cancelled", null);
    }

    @Override
    public boolean cancel() {
        cancelled.countDown();
        return waits;
    }
}
