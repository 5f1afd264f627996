package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceTimeTest {
    private final FakeService service = new FakeService();
    private final ManualClock clock = service.clock;

    @Test
    void isThisMachinesTimeAsLongAsNoAnswerTold() {
        assertThat(service.client().earliestServiceTime()).isEqualTo(ManualClock.START);
    }

    @Test
    void isTheLatestThatAnAnswerProves() {
        ImpClient client = service.client();
        told("Tue, 05 Mar 2024 09:30:00 GMT");
        client.devices().get("a");
        clock.advance(Duration.ofMillis(400));
        told("Tue, 05 Mar 2024 09:30:00 GMT");
        client.devices().get("a");
        assertThat(client.earliestServiceTime()).isEqualTo(Instant.parse("2024-03-05T09:30:00.400Z"));

        clock.advance(Duration.ofMillis(100));
        told("Tue, 05 Mar 2024 09:30:01 GMT");
        client.devices().get("a");
        clock.advance(Duration.ofMillis(50));
        assertThat(client.earliestServiceTime()).isEqualTo(Instant.parse("2024-03-05T09:30:01.050Z"));
    }

    @Test
    void anOddDateTellsNothing() {
        ImpClient client = service.client();
        told("yesterday");
        client.devices().get("a");

        assertThat(client.earliestServiceTime()).isEqualTo(clock.now());
    }

    private void told(String date) {
        service.answer(200, Map.of("date", date), FakeService.DEVICE);
    }
}
