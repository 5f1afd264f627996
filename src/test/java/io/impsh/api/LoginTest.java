package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LoginTest {
    private static final Credentials PASSWORD = new Credentials.Password("jane", "secret");
    private static final String REFUSED =
            "{\"errors\":[{\"status\":\"401\",\"code\":\"PX100\",\"title\":\"Invalid Credentials\",\"detail\":\"No.\"}]}";

    private final FakeService service = new FakeService();
    private final List<String> sent = new ArrayList<>();

    /** A source that notes what it is told. */
    private static final class Source implements CredentialSource {
        private final List<AccessToken> renewed = new ArrayList<>();
        private final List<Credentials> given;
        private int asked;

        Source(Credentials... given) {
            this.given = new ArrayList<>(List.of(given));
        }

        @Override
        public Credentials credentials() {
            return given.get(Math.min(asked++, given.size() - 1));
        }

        @Override
        public void renewed(AccessToken token) {
            renewed.add(token);
        }

        @Override
        public String oneTimeCode() {
            return "123456";
        }
    }

    @Test
    void nothingIsAskedBeforeTheFirstRequest() {
        Source source = new Source(PASSWORD);

        service.client(source).devices();

        assertThat(source.asked).isZero();
        assertThat(service.requests).isEmpty();
    }

    @Test
    void byPassword() {
        Source source = new Source(PASSWORD);
        noting(200, token("A", 3600, "R")).noting(200, FakeService.DEVICE);

        service.client(source).devices().get("d");

        assertThat(sent)
                .containsExactly(
                        "POST /auth {\"id\":\"jane\",\"password\":\"secret\"} null", "GET /devices/d null Bearer A");
        assertThat(source.renewed).containsExactly(new AccessToken("A", ManualClock.START.plusSeconds(3600), "R"));
    }

    @Test
    void withASecondFactor() {
        noting(
                        403,
                        "{\"errors\":[{\"status\":\"403\",\"code\":\"PX200\",\"title\":\"t\",\"detail\":\"d\","
                                + "\"meta\":{\"login_token\":\"L\",\"expires_at\":\"2024-03-05T10:25:30.000Z\"}}]}")
                .noting(200, token("A", 3600, "R"))
                .noting(200, FakeService.DEVICE);

        service.client(new Source(PASSWORD)).devices().get("d");

        assertThat(sent)
                .containsExactly(
                        "POST /auth {\"id\":\"jane\",\"password\":\"secret\"} null",
                        "POST /auth {\"login_token\":\"L\"} null 123456",
                        "GET /devices/d null Bearer A");
    }

    @Test
    void aWrongPasswordIsRefusedAndNotTriedAgain() {
        noting(401, REFUSED);

        assertThatThrownBy(() -> service.client(new Source(PASSWORD)).devices().get("d"))
                .isInstanceOf(LoginException.class)
                .hasMessage("cannot log in as jane: Invalid Credentials: No. (PX100)")
                .extracting("code")
                .isEqualTo("LOGIN_REFUSED");
        assertThat(sent).hasSize(1);
    }

    @Test
    void byLoginKey() {
        noting(200, token("A", 3600, null)).noting(200, FakeService.DEVICE);

        service.client(new Source(new Credentials.LoginKey("k"))).devices().get("d");

        assertThat(sent).containsExactly("POST /auth/token {\"key\":\"k\"} null", "GET /devices/d null Bearer A");
    }

    @Test
    void aStoredTokenThatIsStillGoodIsUsed() {
        AccessToken present = new AccessToken("P", ManualClock.START.plusSeconds(1000), null);
        noting(200, FakeService.DEVICE);

        service.client(new Source(new Credentials.RefreshToken("R", present)))
                .devices()
                .get("d");

        assertThat(sent).containsExactly("GET /devices/d null Bearer P");
    }

    @Test
    void aStoredTokenThatHasExpiredIsRenewedAtOnceAndTheRefreshTokenStays() {
        AccessToken expired = new AccessToken("P", ManualClock.START.minusSeconds(1), null);
        Source source = new Source(new Credentials.RefreshToken("R", expired));
        noting(200, token("A", 3600, null)).noting(200, FakeService.DEVICE);

        service.client(source).devices().get("d");

        assertThat(sent).containsExactly("POST /auth/token {\"token\":\"R\"} null", "GET /devices/d null Bearer A");
        assertThat(source.renewed).containsExactly(new AccessToken("A", ManualClock.START.plusSeconds(3600), "R"));
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() {
        noting(200, token("A", 3600, "R")).noting(200, FakeService.DEVICE);
        ImpClient client = service.client(new Source(PASSWORD));
        client.devices().get("d");

        service.clock.advance(Duration.ofSeconds(3600 - 181));
        noting(200, FakeService.DEVICE);
        client.devices().get("d");
        service.clock.advance(Duration.ofSeconds(2));
        noting(200, token("B", 3600, null)).noting(200, FakeService.DEVICE);
        client.devices().get("d");

        assertThat(sent.subList(2, 5))
                .containsExactly(
                        "GET /devices/d null Bearer A",
                        "POST /auth/token {\"token\":\"R\"} null",
                        "GET /devices/d null Bearer B");
    }

    @Test
    void aShortLivedTokenIsNotRenewedBeforeEachCall() {
        noting(200, token("A", 20, "R")).noting(200, FakeService.DEVICE).noting(200, FakeService.DEVICE);
        ImpClient client = service.client(new Source(PASSWORD));

        client.devices().get("d");
        service.clock.advance(Duration.ofSeconds(18));
        client.devices().get("d");

        assertThat(sent).hasSize(3);
    }

    @Test
    void aRefusedTokenIsReplacedOnceAndTheRequestRepeated() {
        noting(200, token("A", 3600, "R"))
                .noting(401, "{}")
                .noting(200, token("B", 3600, null))
                .noting(204, "");

        service.client(new Source(PASSWORD)).devices().restart("d", false);

        assertThat(sent.subList(1, 4))
                .containsExactly(
                        "POST /devices/d/restart null Bearer A",
                        "POST /auth/token {\"token\":\"R\"} null",
                        "POST /devices/d/restart null Bearer B");
    }

    @Test
    void aServiceThatRefusesItsOwnTokenIsNotAskedForEver() {
        noting(200, token("A", 3600, "R"))
                .noting(401, "{}")
                .noting(200, token("B", 3600, null))
                .noting(401, REFUSED);

        assertThatThrownBy(() -> service.client(new Source(PASSWORD)).devices().get("d"))
                .hasMessage("cannot read device d: the service refuses the access token that it has just given: "
                        + "Invalid Credentials: No. (PX100)");
    }

    @Test
    void aRevokedRefreshTokenFallsBackToThePassword() {
        noting(200, token("A", 3600, "R")).noting(200, FakeService.DEVICE);
        ImpClient client = service.client(new Source(PASSWORD));
        client.devices().get("d");
        service.clock.advance(Duration.ofHours(2));
        noting(404, "{}").noting(200, token("B", 3600, "S")).noting(200, FakeService.DEVICE);

        client.devices().get("d");

        assertThat(sent.subList(2, 5))
                .containsExactly(
                        "POST /auth/token {\"token\":\"R\"} null",
                        "POST /auth {\"id\":\"jane\",\"password\":\"secret\"} null",
                        "GET /devices/d null Bearer B");
    }

    @Test
    void anAddressWhereNobodyLogsInIsTheWrongEndpoint() {
        noting(404, REFUSED.replace("401", "404"));

        LoginException failure = catchThrowableOfType(
                LoginException.class,
                () -> service.client(new Source(PASSWORD)).devices().get("d"));

        assertThat(failure).hasMessage("cannot log in as jane: Invalid Credentials: No. (PX100)");
        assertThat(failure.hint()).isEqualTo("check the endpoint: nobody logs in at this address");
    }

    @Test
    void aRevokedRefreshTokenAloneIsNotLoggedIn() {
        noting(404, "{}");

        LoginException failure = catchThrowableOfType(
                LoginException.class, () -> service.client(new Source(new Credentials.RefreshToken("R", null)))
                        .devices()
                        .get("d"));

        assertThat(failure.code()).isEqualTo("NOT_LOGGED_IN");
        assertThat(failure).hasMessage("the stored login is no longer valid");
        assertThat(failure.hint()).isEqualTo("log in again with impsh login, or set IMPSH_USER and IMPSH_PASSWORD");
    }

    @Test
    void anAccessTokenAloneEndsOnce() {
        noting(401, "{}");

        assertThatThrownBy(() -> service.client().devices().get("d"))
                .isInstanceOf(LoginException.class)
                .hasMessage("the access token has expired, and nothing renews it");
    }

    @Test
    void whatIsNoLoginAnswerIsSaid() {
        noting(200, "{\"hello\":1}");

        assertThatThrownBy(() -> service.client(new Source(PASSWORD)).devices().get("d"))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("cannot log in as jane: the service answered 200 without an access token");
    }

    @Test
    void manyThreadsMakeOneLogin() throws Exception {
        CountDownLatch loggingIn = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        service.then(request -> {
            loggingIn.countDown();
            await(others);
            return service.response(200, Map.of(), token("A", 3600, "R"));
        });
        service.always(request -> service.response(200, Map.of(), FakeService.DEVICE));
        ImpClient client = service.client(new Source(PASSWORD));

        List<CompletableFuture<String>> calls = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> client.devices().get("d").name(), task -> new Thread(task).start()))
                .limit(12)
                .toList();
        await(loggingIn);
        others.countDown();

        for (CompletableFuture<String> call : calls) {
            assertThat(call.get(20, TimeUnit.SECONDS)).isEqualTo("Kitchen");
        }
        assertThat(service.requests).filteredOn("POST /auth"::equals).hasSize(1);
    }

    @Test
    void nothingShowsASecretInItsText() {
        AccessToken token = new AccessToken("geheim", Instant.EPOCH, "geheim");
        List<Object> all = List.of(
                token,
                new Credentials.Password("jane", "geheim"),
                new Credentials.RefreshToken("geheim", token),
                new Credentials.LoginKey("geheim"),
                new Credentials.Token(token));

        assertThat(all).allSatisfy(each -> assertThat(each.toString()).doesNotContain("geheim"));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private LoginTest noting(int status, String body) {
        service.then(request -> {
            String authorization = request.headers().getOrDefault("Authorization", "");
            String code = request.headers().getOrDefault("X-Electricimp-OTP-Token", "");
            String line = request.method() + " " + request.pathText() + " " + request.body();
            sent.add(line + (request.isLogin() ? " null " + code : " " + authorization).stripTrailing());
            return service.response(status, Map.of(), body);
        });
        return this;
    }

    private static String token(String token, int seconds, String refreshToken) {
        String refresh = refreshToken == null ? "" : ",\"refresh_token\":\"" + refreshToken + "\"";
        return "{\"access_token\":\"" + token + "\",\"expires_in\":" + seconds
                + ",\"expires_at\":\"2024-03-05T10:20:30.456Z\"" + refresh + "}";
    }
}
