package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The list of behaviours that a faithful sandbox shows, row by row, each in a fresh sandbox over HTTP. */
class SandboxBehaviourTest {

    private static final Pattern ROWS = Pattern.compile("row (\\d+(?:, \\d+)*): .+");
    private static final int LAST = 117;

    /**
     * What a simulator that does not run Squirrel cannot show. Nor does it show the half of row 48 that is about running
     * code: that devices do not notice new variables before they restart.
     */
    private static final Map<Integer, String> NOT_SHOWN = Map.of(
            106, "code is not executed: the texts of its log calls are logged once",
            107, "code is not executed, so that its loops do not run",
            108, "code is not executed, so that it has no run-time errors",
            109, "code is not executed, so that no test framework can run in it");

    @TestFactory
    Stream<DynamicTest> behaviours() {
        return all().map(behaviour -> DynamicTest.dynamicTest(behaviour.row(), () -> run(behaviour)));
    }

    @Test
    void everyRowIsShownOrCannotBe() {
        Set<Integer> shown = new TreeSet<>();
        all().map(SandboxBehaviourTest::rows).forEach(shown::addAll);
        Set<Integer> expected =
                new TreeSet<>(IntStream.rangeClosed(1, LAST).boxed().toList());
        expected.removeAll(NOT_SHOWN.keySet());

        assertThat(shown).isEqualTo(expected);
    }

    /** None for what is shown beside the list. */
    private static List<Integer> rows(Behaviour behaviour) {
        Matcher name = ROWS.matcher(behaviour.row());
        if (!name.matches()) {
            assertThat(behaviour.row()).doesNotStartWith("row");
            return List.of();
        }
        return Stream.of(name.group(1).split(", ")).map(Integer::valueOf).toList();
    }

    private static Stream<Behaviour> all() {
        return Stream.of(
                        TransportBehaviours.all(),
                        IdentifierBehaviours.all(),
                        AuthenticationBehaviours.all(),
                        AccountBehaviours.all(),
                        ProductBehaviours.all(),
                        DeviceGroupBehaviours.all(),
                        AssignmentBehaviours.all(),
                        DeviceBehaviours.all(),
                        DeploymentBehaviours.all(),
                        WebhookBehaviours.all(),
                        CleanUpBehaviours.all(),
                        SizeBehaviours.all(),
                        LogBehaviours.all(),
                        LogStreamBehaviours.all(),
                        FirmwareBehaviours.all())
                .flatMap(List::stream);
    }

    private static void run(Behaviour behaviour) throws Exception {
        try (Scene scene = new Scene(behaviour.options())) {
            behaviour.check().on(scene);
        }
    }
}
