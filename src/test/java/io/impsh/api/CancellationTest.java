package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();
    private final List<String> told = new ArrayList<>();

    @Test
    void tellsEverybodyOnce() {
        cancellation.onCancel(() -> told.add("a"));
        cancellation.onCancel(() -> told.add("b")).close();
        cancellation.onCancel(() -> told.add("c"));

        cancellation.cancel();
        cancellation.cancel();

        assertThat(told).containsExactly("a", "c");
        assertThatThrownBy(cancellation::throwIfCancelled)
                .isInstanceOf(CancelledException.class)
                .extracting("code")
                .isEqualTo("CANCELLED");
    }

    @Test
    void tellsLatecomersAtOnce() {
        cancellation.cancel();

        cancellation.onCancel(() -> told.add("late"));

        assertThat(told).containsExactly("late");
    }

    @Test
    void noneIsNeverRaised() {
        Cancellation.none().cancel();

        assertThat(Cancellation.none().isCancelled()).isFalse();
    }
}
