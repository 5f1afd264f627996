package io.impsh.profile;

import io.impsh.PrivateFiles;
import io.impsh.api.Endpoint;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every login there is, in the order in which they are looked for. Contacts nothing. */
public final class LoginList {
    private final Surroundings around;
    private final LoginOrigin used;
    private final List<LoginState> states = new ArrayList<>();

    private LoginList(Surroundings around, LoginOrigin used) {
        this.around = around;
        this.used = used;
    }

    /** @param used what the connection of the present choice is made with */
    public static List<LoginState> of(Surroundings around, LoginOrigin used) {
        LoginList list = new LoginList(around, used);
        list.addVariables(VariableLogin.ours(around.environment()));
        list.addFile(around.authFileHere(), Surroundings.AUTH_FILE);
        Path named = around.namedAuthFile();
        if (named != null) {
            list.addFile(named, named.toString());
        }
        list.addVariables(VariableLogin.vendors(around.environment()));
        list.addProfiles();
        list.addFile(around.authFileAtHome(), "~/" + Surroundings.AUTH_FILE);
        return list.states;
    }

    /** Files with logins that others than their owner may read. */
    public static List<Path> readableByOthers(Surroundings around) {
        Path named = around.namedAuthFile();
        List<Path> files = new ArrayList<>(
                List.of(around.authFileHere().toAbsolutePath(), around.credentialsFile(), around.authFileAtHome()));
        if (named != null) {
            files.add(named);
        }
        return files.stream()
                .distinct()
                .filter(PrivateFiles::isReadableByOthers)
                .toList();
    }

    private void addVariables(VariableLogin variables) {
        if (variables.isThere()) {
            String said = variables.endpoint();
            URI endpoint = said == null ? Endpoint.AWS : Endpoint.parse(said);
            String kind = variables.hasKey() ? "login key" : "password";
            add(LoginOrigin.variable(variables.name()), endpoint, kind, variables.hasKey() ? null : variables.user());
        }
    }

    private void addFile(Path file, String name) {
        StoredLogin login = around.authFile(file).read();
        if (login != null) {
            add(LoginOrigin.file(name, login), login.endpoint(), login.kind(), null);
        }
    }

    private void addProfiles() {
        ProfilesFile config = around.profiles();
        Set<String> names = new LinkedHashSet<>(around.profileNames());
        names.add(config.defaultName());
        for (String name : names) {
            Profile profile = config.profile(name);
            StoredLogin login = around.profileLogin(name).read();
            URI endpoint = profile != null ? profile.endpoint() : login != null ? login.endpoint() : Endpoint.AWS;
            boolean isItsOwn = login != null && login.endpoint().equals(endpoint);
            states.add(new LoginState(
                    LoginOrigin.profile(name, isItsOwn ? login : null),
                    endpoint,
                    isItsOwn ? login.kind() : null,
                    isItsOwn && login.owner() != null ? login.owner().name() : null,
                    new LoginState.Use(
                            used.ofProfile() && used.name().equals(name),
                            name.equals(config.defaultName()),
                            profile == null ? Production.UNSAID : profile.production())));
        }
    }

    private void add(LoginOrigin source, URI endpoint, String kind, String account) {
        boolean now = !used.ofProfile() && used.name().equals(source.name());
        states.add(new LoginState(source, endpoint, kind, account, new LoginState.Use(now, false, Production.UNSAID)));
    }
}
