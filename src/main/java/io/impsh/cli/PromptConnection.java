package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.profile.Connection;
import io.impsh.profile.ConnectionChoice;
import io.impsh.profile.CredentialSources;
import io.impsh.profile.LoginOrigin;
import io.impsh.profile.LoginOwner;
import io.impsh.profile.LoginStore;
import io.impsh.profile.StoredLogin;
import io.impsh.script.SessionProfile;
import io.impsh.shell.ShellConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Logs in and changes the profile at the prompt. */
final class PromptConnection implements ShellConnection {
    private final CommandContext context;
    private final CloudConnection cloud;
    private final CredentialSources sources;
    private final LoginStore store;
    private volatile Cancellation attempt;

    PromptConnection(CommandContext context, CloudConnection cloud) {
        this.context = context;
        this.cloud = cloud;
        this.sources = new CredentialSources(context.surroundings(), cloud.asker());
        this.store = new LoginStore(context.surroundings());
    }

    @Override
    public SessionProfile profile() {
        return cloud.profile();
    }

    @Override
    public String login() {
        LoginOrigin origin = cloud.origin();
        if (!origin.ofProfile()) {
            return "logged in by " + origin.name();
        }
        StoredLogin stored = origin.stored();
        if (stored == null) {
            return "not logged in";
        }
        return "logged in"
                + (stored.owner() == null ? "" : " as " + stored.owner().name()) + " (" + stored.kind() + ")";
    }

    @Override
    public List<String> profileNames() {
        try {
            return sources.profileNames();
        } catch (UserException broken) {
            // Tab is no place to complain.
            return List.of();
        }
    }

    @Override
    public void switchTo(String profile) {
        cloud.use(NearestProfile.explaining(() -> sources.ofProfile(profile)));
    }

    @Override
    public LoggedIn login(String user) {
        URI endpoint = cloud.profile().endpoint();
        LoginOwner before = cloud.owner();
        boolean wasUsed = cloud.wasUsed();
        NewLogin login = attempt(user, endpoint);
        List<String> notices = new ArrayList<>();
        notices.add("logged in as " + login.who() + " at " + endpoint);
        keep(login, notices);
        boolean same =
                !wasUsed || before != null && before.id().equals(login.account().id());
        return new LoggedIn(notices, same);
    }

    private NewLogin attempt(String user, URI endpoint) {
        Cancellation cancellation = new Cancellation();
        attempt = cancellation;
        try {
            LoginInput input = new LoginInput(
                    new LoginInput.Given(endpoint, user, false, false),
                    Map.of(),
                    context.streams().in(),
                    cloud.asker());
            return NewLogin.with(input, endpoint, false, cancellation, context);
        } finally {
            attempt = null;
        }
    }

    @Override
    public boolean cancel() {
        Cancellation running = attempt;
        if (running != null) {
            running.cancel();
        }
        return running != null;
    }

    /** With the profile where this session is connected by it, else in memory: another source would come first again. */
    private void keep(NewLogin login, List<String> notices) {
        String name = cloud.origin().name();
        if (!isProfilesOwn(name, login.endpoint())) {
            notices.add("not stored: this session is connected by "
                    + (cloud.origin().ofProfile() ? "--endpoint" : name) + "; impsh login stores a login");
            cloud.use(inMemory(login));
            return;
        }
        try {
            LoginStore.Stored stored = store.store(name, login.toStore(false));
            notices.addAll(stored.notices());
            cloud.use(sources.ofProfile(name));
        } catch (UserException notStored) {
            notices.add(notStored.getMessage() + "; it is good for this session");
            cloud.use(inMemory(login));
        }
    }

    private boolean isProfilesOwn(String name, URI endpoint) {
        return cloud.origin().ofProfile()
                && store.endpoint(name, new ConnectionChoice(name, null)).equals(endpoint);
    }

    private Connection inMemory(NewLogin login) {
        return cloud.connection().with(new SessionLogin(login.credentials(), login.token()), login.toStore(true));
    }
}
