package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.logs.LogEvent;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ToldEventsTest {
    private static final LogEvent.Back BACK = new LogEvent.Back(Duration.ofSeconds(9), 3);

    private final ToldEvents told = new ToldEvents();

    private boolean isNews(LogEvent event) {
        return told.isNews(null, event);
    }

    private static LogEvent lost(String reason) {
        return new LogEvent.Lost(reason, Duration.ofSeconds(1));
    }

    @Test
    void attemptsThatFailAreNotTold() {
        assertThat(isNews(lost("the connection broke"))).isTrue();
        assertThat(isNews(lost("no connection"))).isFalse();
        assertThat(isNews(BACK)).isTrue();
        assertThat(isNews(lost("no connection"))).isTrue();
        told.forget();
        assertThat(isNews(lost("no connection"))).isTrue();
    }
}
