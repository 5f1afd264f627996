package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final String ERROR =
            "{\"errors\":[{\"status\":\"500\",\"code\":\"XX001\",\"title\":\"Internal Error\","
                    + "\"detail\":\"Try again.\"}]}";

    private final FakeService service = new FakeService();
    private final ImpClient client = service.client();

    @Test
    void aReadIsRepeatedUntilItSucceeds() {
        service.answer(500, ERROR).breakAfterSending().refuseConnection().answer(200, FakeService.DEVICE);

        assertThat(client.devices().get("d").name()).isEqualTo("Kitchen");
        assertThat(service.requests)
                .containsExactly("GET /devices/d", "GET /devices/d", "GET /devices/d", "GET /devices/d");
        assertThat(service.clock.sleeps).hasSize(3);
    }

    @Test
    void waitsGrow() {
        RetryPolicy policy =
                new RetryPolicy(9, Duration.ofMillis(500), Duration.ofSeconds(3), Duration.ofMinutes(2), () -> 1.0);

        assertThat(List.of(policy.wait(1), policy.wait(2), policy.wait(3), policy.wait(4)))
                .containsExactly(
                        Duration.ofMillis(500),
                        Duration.ofMillis(1000),
                        Duration.ofMillis(2000),
                        Duration.ofMillis(3000));
    }

    @Test
    void givesUpOnAnErrorOfTheServiceAndSaysHowOftenItTried() {
        service.always(request -> {
            service.clock.advance(Duration.ofSeconds(1));
            return service.response(500, Map.of(), ERROR);
        });

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> client.devices().get("d"));

        assertThat(failure.code()).isEqualTo("SERVER_ERROR");
        assertThat(failure.attempts()).isEqualTo(5);
        assertThat(failure.errors())
                .containsExactly(new ApiError("500", "XX001", "Internal Error", "Try again.", null, List.of()));
        assertThat(failure.getMessage())
                .matches(
                        "cannot read device d: Internal Error: Try again\\. \\(XX001\\); gave up after 5 tries in [0-9]+ s");
    }

    @Test
    void givesUpOnAServiceThatCannotBeReached() {
        service.always(request -> {
            throw new TransportException(new UnknownHostException("nowhere"), false);
        });

        assertThatThrownBy(() -> client.products().create("P", null, null))
                .isInstanceOf(UnreachableException.class)
                .message()
                .matches("cannot create product \"P\": no such host: nowhere; gave up after 5 tries in [0-9]+ s");
    }

    @Test
    void aConnectionThatBreaksUnderTlsIsTriedAgain() {
        service.then(request -> {
                    throw new TransportException(
                            new SSLException("Connection reset", new SocketException("Connection reset")), true);
                })
                .answer(200, FakeService.DEVICE);

        assertThat(client.devices().get("d").name()).isEqualTo("Kitchen");
    }

    @Test
    void aCertificateThatIsNotTrustedIsNotTriedAgain() {
        service.then(request -> {
            throw new TransportException(new SSLHandshakeException("PKIX path building failed"), false);
        });

        assertThatThrownBy(() -> client.devices().get("d"))
                .isInstanceOf(UnreachableException.class)
                .hasMessage("cannot read device d: no encrypted connection: PKIX path building failed");
    }

    @Test
    void aCancelledRequestSaysWhetherItMayHaveBeenSent() {
        Cancellation before = new Cancellation();
        before.cancel();
        Cancellation between = new Cancellation();
        service.then(request -> {
            between.cancel();
            throw new TransportException(new IOException("unexpected end of stream"), true);
        });

        assertThat(cancelled(before).maybeSent()).isFalse();
        assertThat(service.requests).isEmpty();
        assertThat(cancelled(between).maybeSent()).isTrue();
        assertThat(service.requests).containsExactly("DELETE /devices/d");
    }

    private CancelledException cancelled(Cancellation cancellation) {
        return catchThrowableOfType(
                CancelledException.class,
                () -> client.with(cancellation).devices().delete("d"));
    }

    @Test
    void oneDeadlineHoldsForAllTries() {
        ImpClient hurried = service.client(FakeService.options().withRequestDeadline(Duration.ofSeconds(3)));
        service.always(request -> {
            service.clock.advance(Duration.ofSeconds(2));
            return service.response(503, Map.of(), "");
        });

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> hurried.devices().get("d"));

        assertThat(failure.attempts()).isEqualTo(2);
    }

    @Test
    void whatWasRefusedForTheRateLimitIsSentAgainWhateverItIs() {
        service.answer(429, Map.of("x-ratelimit-limit", "40", "x-ratelimit-remaining", "0"), "")
                .answer(204, "");

        client.devices().restart("d", false);

        assertThat(service.requests).containsExactly("POST /devices/d/restart", "POST /devices/d/restart");
    }

    @Test
    void aRateLimitThatNeverEndsIsGivenUp() {
        ImpClient hurried = service.client(FakeService.options().withRequestDeadline(Duration.ofSeconds(10)));
        service.always(request -> service.response(429, Map.of(), ""));

        ApiException failure =
                catchThrowableOfType(ApiException.class, () -> hurried.devices().restart("d", false));

        assertThat(failure.code()).isEqualTo("RATE_LIMITED");
        assertThat(failure.tried()).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(10));
    }

    @Test
    void aDeleteWhoseAnswerWasLostIsDoneWhenTheRepeatFindsNothing() {
        service.breakAfterSending().answer(404, "");

        client.devices().delete("d");

        assertThat(service.requests).containsExactly("DELETE /devices/d", "DELETE /devices/d");
    }

    @Test
    void aDeleteOfWhatNeverWasIsNotFound() {
        service.refuseConnection().answer(404, "");

        assertThatThrownBy(() -> client.devices().delete("d")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void halfAnAnswerToAReadIsNoAnswer() {
        service.answer(200, "{\"data\":{\"type\":\"dev").answer(200, FakeService.DEVICE);

        assertThat(client.devices().get("d").name()).isEqualTo("Kitchen");
    }

    @Test
    void aPageOfAProxyIsSaidToBeNone() {
        service.always(request -> service.response(200, Map.of(), "<html>Welcome to our WiFi</html>"));

        assertThatThrownBy(() -> client.devices().get("d"))
                .isInstanceOf(UnreachableException.class)
                .message()
                .startsWith(
                        "cannot read device d: the service answered 200 with a body that is not JSON, or only a part "
                                + "of it; gave up after 5 tries in ");
    }

    @Test
    void aChangeThatBringsNoBodyIsReadBack() {
        service.answer(204, "").answer(200, FakeService.DEVICE);

        assertThat(client.devices().rename("d", "Kitchen").name()).isEqualTo("Kitchen");
        assertThat(service.requests).containsExactly("PATCH /devices/d", "GET /devices/d");
    }
}
