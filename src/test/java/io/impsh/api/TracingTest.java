package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracingTest {
    private static final String PASSWORD = "hunter2-password";
    private static final String OTP = "424242-code";
    private static final String LOGIN_TOKEN = "half-way-token";
    private static final String ACCESS = "access-token-of-jane";
    private static final String REFRESH = "refresh-token-of-jane";
    private static final String KEY = "abcd1234efgh5678";
    private static final String UNBOND = "unbond-key-of-the-account";

    private final FakeService service = new FakeService();
    private final List<String> told = new ArrayList<>();

    @Test
    void requestsAndAnswersAreToldWithTheirBodies() {
        service.answer(404, Map.of("x-request-id", "r-17"), "{\"errors\":[{\"title\":\"Not Found\"}]}")
                .breakAfterSending()
                .answer(200, Map.of("x-ratelimit-limit", "40", "x-ratelimit-remaining", "12"), FakeService.DEVICE);
        ImpClient client = service.client(FakeService.options().withTrace(told::add));

        assertThatThrownBy(() -> client.devices().get("e")).isInstanceOf(NotFoundException.class);
        client.devices().get("d");

        assertThat(told)
                .containsExactly(
                        "> GET /devices/e (Authorization: [hidden])",
                        "< 404 GET /devices/e 0 ms, request r-17, 34 characters\n"
                                + "  {\"errors\":[{\"title\":\"Not Found\"}]}",
                        "> GET /devices/d (Authorization: [hidden])",
                        "< no answer GET /devices/d 0 ms: unexpected end of stream",
                        "> GET /devices/d (Authorization: [hidden])",
                        "< 200 GET /devices/d 0 ms, 12 of 40 requests left," + " 101 characters\n  "
                                + FakeService.DEVICE);
    }

    @Test
    void noSecretOfAnyKindIsTold() {
        service.answer(
                        403,
                        "{\"errors\":[{\"code\":\"PX200\",\"title\":\"Second Factor\",\"meta\":{\"login_token\":\""
                                + LOGIN_TOKEN + "\"}}]}")
                .answer(
                        200,
                        "{\"access_token\":\"" + ACCESS + "\",\"expires_in\":3600,\"refresh_token\":\"" + REFRESH
                                + "\"}")
                .answer(200, "{\"data\":{\"type\":\"devicegroup\",\"id\":\"g\"}}")
                .answer(400, error("no device goes with " + UNBOND + " and Bearer " + ACCESS))
                .answer(201, key())
                .answer(200, "{\"data\":[" + keyResource() + "]}")
                .answer(404, error("there is no login key " + KEY + ", see /accounts/me/login_keys/" + KEY))
                .then(request -> {
                    throw new TransportException(
                            new IOException("https://x/v5/accounts/me/refresh_tokens/" + REFRESH), true);
                })
                .answer(404, error("no refresh token " + REFRESH))
                .always(request -> service.response(404, Map.of(), error("gone: " + KEY + PASSWORD)));
        ImpClient client =
                service.client(ClientOptions.of(Endpoint.AWS, new JanesLogin()).withTrace(told::add));
        List<String> messages = new ArrayList<>();

        attempt(messages, () -> client.deviceGroups().unassign("g", List.of("d"), UNBOND));
        attempt(messages, () -> client.deviceGroups().unassign("g", List.of("d"), UNBOND));
        attempt(messages, () -> client.loginKeys().create(PASSWORD, "for cron"));
        attempt(messages, () -> client.loginKeys().list().forEach(each -> {}));
        attempt(messages, () -> client.loginKeys().get(KEY));
        attempt(messages, () -> client.refreshTokens().delete(REFRESH));
        attempt(messages, () -> client.loginKeys().update(KEY, PASSWORD, "other"));

        assertThat(String.join("\n", told))
                .contains("POST /auth", "/accounts/me/login_keys/[hidden]", "X-Electricimp-OTP-Token: [hidden]")
                .contains("\"id\":\"jane\"", "for cron", "PX200")
                .doesNotContain(PASSWORD, OTP, LOGIN_TOKEN, ACCESS, REFRESH, KEY, UNBOND);
        assertThat(String.join("\n", messages))
                .contains("there is no login key [hidden]", "no device goes with [hidden]")
                .doesNotContain(PASSWORD, OTP, LOGIN_TOKEN, REFRESH, KEY, UNBOND);
    }

    @Test
    void loginsByKeyAndByTokenAreToldWithoutThem() {
        service.answer(403, error("the login key " + KEY + " is not known"))
                .answer(403, error("the refresh token " + REFRESH + " is not known"));
        for (Credentials each : List.of(new Credentials.LoginKey(KEY), new Credentials.RefreshToken(REFRESH, null))) {
            ImpClient client = service.client(
                    ClientOptions.of(Endpoint.AWS, CredentialSource.of(each)).withTrace(told::add));
            assertThatThrownBy(() -> client.devices().get("d"))
                    .isInstanceOf(LoginException.class)
                    .message()
                    .doesNotContain(KEY, REFRESH);
        }
        assertThat(told)
                .containsExactly(
                        "> POST /auth/token\n  {\"key\":\"[hidden]\"}",
                        "< 403 POST /auth/token 0 ms, 68 characters\n"
                                + "  {\"errors\":[{\"title\":\"the login key [hidden] is not known\"}]}",
                        "> POST /auth/token\n  {\"token\":\"[hidden]\"}",
                        "< 403 POST /auth/token 0 ms, 77 characters\n"
                                + "  {\"errors\":[{\"title\":\"the refresh token [hidden] is not known\"}]}");
    }

    @Test
    void whatIsOffTellsNothingAndTheIndexOnlyItsFailures() {
        boolean[] on = {false};
        Trace trace = new Trace() {
            @Override
            public boolean isOn() {
                return on[0];
            }

            @Override
            public void tell(String lines) {
                told.add(lines);
            }
        };
        service.answer(200, FakeService.DEVICE).answer(200, FakeService.DEVICE).answer(404, error("x"));
        ImpClient client = service.client(FakeService.options().withTrace(trace));
        client.devices().get("d");
        on[0] = true;
        client.with(Priority.INDEX).devices().get("d");
        assertThat(told).isEmpty();
        assertThatThrownBy(() -> client.with(Priority.INDEX).devices().get("d")).isInstanceOf(NotFoundException.class);
        assertThat(told)
                .containsExactly("< 404 GET /devices/d 0 ms, for the names of Tab, 26 characters\n  " + error("x"));
    }

    @Test
    void theWaitForTheRateLimitIsTold() {
        Map<String, String> spent = Map.of("x-ratelimit-limit", "1", "x-ratelimit-remaining", "0");
        service.answer(200, spent, FakeService.DEVICE).answer(200, spent, FakeService.DEVICE);
        ImpClient client = service.client(FakeService.options().withTrace(told::add));
        client.devices().get("d");
        client.devices().get("d");
        assertThat(told.get(3))
                .isEqualTo("< 200 GET /devices/d 0 ms, after 1015 ms for the rate limit, 0 of 1 requests left,"
                        + " 101 characters\n  " + FakeService.DEVICE);
    }

    @Test
    void aLongBodyIsCutOff() {
        String device = FakeService.DEVICE.replace("Kitchen", "K".repeat(3000));
        service.answer(200, device);
        service.client(FakeService.options().withTrace(told::add)).devices().get("d");
        assertThat(told.get(1))
                .isEqualTo("< 200 GET /devices/d 0 ms, 3094 characters\n  " + device.substring(0, 2000) + "…");
    }

    private static String error(String title) {
        return "{\"errors\":[{\"title\":\"" + title + "\"}]}";
    }

    private static String key() {
        return "{\"data\":" + keyResource() + "}";
    }

    private static String keyResource() {
        return "{\"type\":\"login_key\",\"id\":\"" + KEY + "\",\"attributes\":{\"description\":\"for cron\"},"
                + "\"links\":{\"self\":\"https://x/v5/accounts/me/login_keys/" + KEY + "\"}}";
    }

    private static void attempt(List<String> messages, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException failure) {
            messages.add(failure.getMessage());
        }
    }

    private static final class JanesLogin implements CredentialSource {
        @Override
        public Credentials credentials() {
            return new Credentials.Password("jane", PASSWORD);
        }

        @Override
        public String oneTimeCode() {
            return OTP;
        }
    }
}
