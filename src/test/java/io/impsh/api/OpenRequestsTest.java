package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenRequestsTest {
    private final SystemClock clock = new SystemClock();
    private final OpenRequests requests = new OpenRequests(clock, new RateLimiter(clock, 1));

    private Registration begin(Priority priority) {
        return requests.begin(
                ApiRequest.of("GET", "list devices", "devices").in(new RequestContext(priority, Cancellation.none())));
    }

    @Test
    void theOldestIsTold() {
        Registration prompt = begin(Priority.PROMPT);
        assertThat(requests.traffic().oldest()).isEqualTo("GET /devices");
        prompt.close();
        assertThat(requests.traffic().oldest()).isNull();
        assertThat(requests.traffic().sent()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGS", "INDEX"})
    void whatNobodyWaitsForIsNotTold(Priority background) {
        begin(background).close();
        begin(background);
        assertThat(requests.traffic().open()).isZero();
        assertThat(requests.traffic().sent()).isZero();
    }
}
