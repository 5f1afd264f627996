package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.model.Account;
import io.impsh.model.LoginKey;
import io.impsh.model.RefreshToken;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Logins of all sorts, accounts, and what hangs on them: what the client sends passes a strict service. */
class StrictLoginTest {
    private final StrictSandbox strict = new StrictSandbox();
    private final ImpClient client = strict.client;

    @AfterEach
    void close() {
        strict.close();
    }

    @Test
    void byPasswordWithUserNameAndWithEmail() {
        for (String user : List.of("demo", "demo@example.com")) {
            try (ImpClient other = strict.connect(strict.password(user))) {
                other.login();
                assertThat(other.accounts().me()).isEqualTo(client.accounts().me());
                assertThat(client.ownAccount()).isEqualTo(client.accounts().me().id());
                assertThat(client.identity()).isEqualTo(client.endpoint().toString());
                assertThat(ImpClient.isImagined(client.ownAccount())).isFalse();
            }
        }
    }

    @Test
    void withAOneTimeCode() {
        CredentialSource asking = new CredentialSource() {
            @Override
            public Credentials credentials() {
                return strict.password("mfa");
            }

            @Override
            public String oneTimeCode() {
                return "000000";
            }
        };
        try (ImpClient other = strict.connect(asking)) {
            assertThat(other.accounts().me().username()).isEqualTo("mfa");
        }
    }

    @Test
    void byLoginKeyRefreshTokenAndAccessToken() {
        AtomicReference<AccessToken> last = new AtomicReference<>();
        try (ImpClient other = strict.connect(new CredentialSource() {
            @Override
            public Credentials credentials() {
                return strict.password("demo");
            }

            @Override
            public void renewed(AccessToken token) {
                last.set(token);
            }
        })) {
            other.login();
        }
        for (Credentials credentials : List.of(
                new Credentials.LoginKey("sandboxloginkey1"),
                new Credentials.RefreshToken(last.get().refreshToken(), null),
                new Credentials.RefreshToken(last.get().refreshToken(), new AccessToken("stale", null, null)),
                new Credentials.Token(last.get()))) {
            try (ImpClient other = strict.connect(credentials)) {
                assertThat(other.accounts().me().username()).isEqualTo("demo");
            }
        }
        assertThat(client.loginKeys().get("sandboxloginkey1").usages()).isEqualTo(1);
    }

    @Test
    void accounts() {
        List<Account> all = client.accounts().list().toList();

        assertThat(all).extracting(Account::username).containsExactly("demo", "partner");
        assertThat(client.accounts().get(all.get(1).id())).isEqualTo(all.get(1));
        assertThat(client.accounts().me()).isEqualTo(all.get(0));
    }

    @Test
    void loginKeys() {
        LoginKeys keys = client.loginKeys();
        LoginKey made = keys.create(strict.sandbox.password(), "night run");

        assertThat(made.id()).matches("[0-9a-z]{16}");
        assertThat(keys.get(made.id()).description()).isEqualTo("night run");
        assertThat(keys.list().toList()).extracting(LoginKey::id).containsExactly("sandboxloginkey1", made.id());
        assertThat(keys.update(made.id(), strict.sandbox.password(), "day run").description())
                .isEqualTo("day run");
        assertThat(keys.create(strict.sandbox.password(), null).description()).isNull();
        client.tryLoginKey(made.id());
        assertThat(keys.get(made.id()).usages()).isEqualTo(1);
        keys.delete(made.id(), strict.sandbox.password());
        assertThatThrownBy(() -> client.tryLoginKey(made.id())).isInstanceOf(LoginException.class);
        assertThatThrownBy(() -> keys.get(made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void refreshTokens() {
        client.login();
        try (ImpClient other = strict.connect(strict.password("demo"))) {
            other.login();
        }
        List<String> ids = new ArrayList<>(client.refreshTokens().list().toList().stream()
                .map(RefreshToken::id)
                .toList());

        assertThat(ids).hasSize(2).allMatch(id -> id.matches("[0-9a-f]{64}"));
        client.refreshTokens().delete(ids.get(0));
        client.refreshTokens().delete(ids.get(1));
        assertThat(client.refreshTokens().list().toList()).isEmpty();
    }

    @Test
    void viewsOfOneClient() {
        Cancellation raised = new Cancellation();
        raised.cancel();

        assertThat(client.endpoint()).isEqualTo(strict.sandbox.baseUrl());
        assertThat(client.with(Priority.INDEX).accounts().me().username()).isEqualTo("demo");
        assertThatThrownBy(() -> client.with(raised).accounts().me()).isInstanceOf(CancelledException.class);
        assertThat(client.requestsPerSecond()).isEqualTo(40);
        assertThat(client.concurrency()).isEqualTo(16);
        assertThat(client.isDryRun()).isFalse();
        assertThat(client.recordedWrites()).isEmpty();
        client.close();
    }
}
