package io.impsh.cli;

import io.impsh.output.SafeText;
import io.impsh.profile.Asker;
import io.impsh.profile.ConnectionChoice;
import io.impsh.profile.CredentialSources;
import io.impsh.profile.LoginList;
import io.impsh.profile.LoginOrigin;
import io.impsh.profile.LoginState;
import io.impsh.profile.Production;
import io.impsh.profile.StoredLogin;
import io.impsh.profile.Surroundings;
import io.impsh.script.Shown;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code impsh profiles}: every login there is, which one is used here, and nothing secret. */
final class ProfileListing {
    private static final List<String> COLUMNS =
            List.of("name", "used", "account", "login", "endpoint", "production", "expiresAt");

    private ProfileListing() {}

    static Shown of(CommandContext context) {
        Surroundings around = context.surroundings();
        Options options = context.options();
        LoginOrigin used = NearestProfile.explaining(() -> new CredentialSources(around, Asker.NOBODY)
                .connection(new ConnectionChoice(
                        options.profile().orElse(null), options.endpoint().orElse(null)))
                .origin());
        LoginList.readableByOthers(around)
                .forEach(file -> context.tellUnlessQuiet(
                        "note: others can read " + SafeText.clean(file.toString()) + "; chmod 600 it"));
        return listing(LoginList.of(around, used));
    }

    private static Shown listing(List<LoginState> states) {
        List<Shown.Item> rows = states.stream().<Shown.Item>map(Row::new).toList();
        return new Shown.Listing(new Shown.Noun("entry", "entries"), COLUMNS, COLUMNS, rows);
    }

    private record Row(LoginState state) implements Shown.Item {
        @Override
        public Object cell(String column) {
            if (column.equals("used")) {
                return state.use().now() ? "now" : state.use().isDefault() ? "default" : null;
            }
            return json().get(column);
        }

        @Override
        public Map<String, Object> json() {
            LoginState.Use use = state.use();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", state.source().name());
            json.put("profile", state.source().ofProfile());
            json.put("used", use.now());
            json.put("default", use.isDefault());
            json.put("account", state.account());
            json.put("login", state.login());
            json.put("endpoint", state.endpoint().toString());
            json.put("production", use.production() == Production.UNSAID ? null : use.production() == Production.YES);
            json.put("expiresAt", expiresAt(state.source().stored()));
            return json;
        }

        private static Instant expiresAt(StoredLogin stored) {
            return stored == null || stored.present() == null
                    ? null
                    : stored.present().expiresAt();
        }
    }
}
