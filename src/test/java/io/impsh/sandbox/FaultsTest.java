package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What faults do, seen over raw sockets, and how their specification is read. */
class FaultsTest {
    private static final String ALLOWED = "allowed are 429:N%, 500:N%, reset:N%, truncate:N%, delay:N%@TIME,"
            + " stream-cut:TIME, stream-stall:TIME or stream-stall:TIME@TIME, stream-close:TIME, stream-garbage:N% and"
            + " stream-forget:N%, a TIME being such as 500ms or 5s";
    private static final String BULK = "/devicegroups/{id}/relationships/devices";

    @Test
    void sameSeedSameFaults() {
        String all = "429:10%,500:10%,reset:10%,truncate:10%,delay:20%@500ms";
        assertThat(draw(all, 7)).isEqualTo(draw(all, 7)).isNotEqualTo(draw(all, 8));
        assertThat(draw(all, 7)).extracting(Fault::kind).containsOnly(Fault.Kind.values());
        assertThat(draw("500:100%", 7)).extracting(Fault::afterwards).contains(true, false);
    }

    private static List<Fault> draw(String specification, long seed) {
        Faults faults = FaultSpecification.parse(specification).ofRequests(seed);
        return IntStream.range(0, 200).mapToObj(i -> faults.next()).toList();
    }

    @Test
    void sharesComeOut() {
        long failed = draw("429:25%", 1).stream()
                .filter(fault -> fault.kind() == Fault.Kind.TOO_MANY_REQUESTS)
                .count();
        assertThat(failed).isBetween(35L, 65L);
        assertThat(draw("", 1)).containsOnly(Fault.NONE);
        assertThat(draw("delay:100%@2s", 1)).containsOnly(new Fault(Fault.Kind.NONE, false, Duration.ofSeconds(2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "timeout:1%        | fault 'timeout:1%': unknown fault 'timeout'; ",
                "429:5             | fault '429:5': it is written 429:N%; ",
                "429:5%,,500:1%    | fault '': ",
                "429:101%          | fault '429:101%': more than 100%; ",
                "delay:5%          | fault 'delay:5%': it is written delay:N%@TIME; ",
                "reset:5%@10ms     | fault 'reset:5%@10ms': it is written reset:N%; ",
                "stream-cut:5%     | fault 'stream-cut:5%': it is written stream-cut:TIME; ",
                "stream-cut:0s     | fault 'stream-cut:0s': the time must be more than nothing; ",
                "stream-stall:5%   | fault 'stream-stall:5%': it is written stream-stall:TIME or stream-stall:TIME@TIME; ",
                "stream-garbage:5s | fault 'stream-garbage:5s': it is written stream-garbage:N%; ",
                "stream-forget:200%| fault 'stream-forget:200%': more than 100%; ",
                "stream:5s         | fault 'stream:5s': unknown fault 'stream'; "
            })
    void refusedSpecifications(String specification, String message) {
        assertThatThrownBy(() -> SandboxOptions.defaults().withFaults(specification))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message.strip())
                .hasMessageEndingWith(ALLOWED);
    }

    @Test
    void refusedSum() {
        assertThatThrownBy(() -> FaultSpecification.parse("429:60%,500:60%"))
                .hasMessage("faults '429:60%,500:60%': 429, 500, reset and truncate exclude each other,"
                        + " so together they may reach 100%");
    }

    @Test
    void tooManyRequestsDoesNothing() {
        try (FailingScene failing = new FailingScene("429:100%")) {
            assertThat(failing.assign())
                    .startsWith("HTTP/1.1 429 ")
                    .contains("x-ratelimit-reset: 1")
                    .endsWith("{\"errors\":[{\"status\":\"429\",\"code\":\"CX429\",\"title\":\"Rate Limit Exceeded\","
                            + "\"detail\":\"Too many requests; try again in a second.\"}]}");
            Recount recount = failing.recount();
            assertThat(recount.totalAssignments()).isZero();
            assertThat(recount.rateLimited()).isEqualTo(1);
            assertThat(recount.requests("POST", BULK)).isEqualTo(1);
            assertThat(recount.faults()).isEqualTo(Map.of("429", 1));
        }
    }

    @Test
    void halfOfTheInternalErrorsComeAfterTheWork() {
        try (FailingScene failing = new FailingScene("500:100%")) {
            List<Integer> done = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                assertThat(failing.assign()).startsWith("HTTP/1.1 500 ").contains("\"code\":\"XX001\"");
                done.add(failing.recount().totalAssignments());
            }
            assertThat(done.get(19)).isBetween(4, 16);
        }
    }

    @Test
    void resetSendsNothingAndDoesHalfTheWork() {
        try (FailingScene failing = new FailingScene("reset:100%")) {
            for (int i = 0; i < 20; i++) {
                assertThat(failing.assign()).isEmpty();
            }
            assertThat(failing.recount().totalAssignments()).isBetween(4, 16);
        }
    }

    @Test
    void truncateDoesTheWorkAndCutsTheAnswer() {
        try (FailingScene failing = new FailingScene("truncate:100%")) {
            // An answer without a body is lost as a whole.
            assertThat(failing.assign()).isEmpty();
            assertThat(failing.recount().totalAssignments()).isEqualTo(1);
            String answer = failing.get("/v5/accounts/me");
            assertThat(answer).startsWith("HTTP/1.1 200 ");
            int promised = Integer.parseInt(answer.replaceAll("(?s).*content-length: (\\d+)\r\n.*", "$1"));
            assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4)).hasSize(promised / 2);
        }
    }

    @Test
    void delayWaits() {
        try (FailingScene failing = new FailingScene("delay:100%@150ms")) {
            long start = System.nanoTime();
            assertThat(failing.assign()).startsWith("HTTP/1.1 204 ");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
        }
    }

    @Test
    void sideDoorNeverFails() {
        try (FailingScene failing = new FailingScene("reset:100%")) {
            assertThat(failing.get("/sandbox/nothing")).startsWith("HTTP/1.1 404 ");
        }
    }

    @Test
    void faultsChangeWhileRunning() {
        try (FailingScene failing = new FailingScene("reset:100%")) {
            failing.scene.sandbox.setFaults("");
            assertThat(failing.assign()).startsWith("HTTP/1.1 204 ");
            assertThatThrownBy(() -> failing.scene.sandbox.setFaults("x:1%"))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(failing.assign()).startsWith("HTTP/1.1 204 ");
        }
    }

    /** A sandbox that begins to fail once someone has logged in. */
    private static final class FailingScene implements AutoCloseable {
        final Scene scene = new Scene(Scene.options());
        private final String authorization;
        private final String group;
        private final String device;

        FailingScene(String faults) {
            authorization = "Authorization: Bearer "
                    + scene.login("demo").json().path("access_token").stringValue();
            group = scene.group("Line 2");
            device = scene.devices("Line 1", 1).get(0);
            scene.sandbox.setFaults(faults);
        }

        String assign() {
            String body = Scene.identifiers(device).replace('\'', '"');
            return RawSocket.exchange(
                    scene.sandbox,
                    "POST /v5/devicegroups/" + group + "/relationships/devices HTTP/1.1\r\nHost: x\r\n" + authorization
                            + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        }

        String get(String target) {
            return RawSocket.get(scene.sandbox, target, authorization);
        }

        Recount recount() {
            return scene.sandbox.recount();
        }

        @Override
        public void close() {
            scene.close();
        }
    }
}
