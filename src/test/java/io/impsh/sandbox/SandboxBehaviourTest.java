package io.impsh.sandbox;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The list of behaviours that a faithful sandbox shows, row by row, each in a fresh sandbox over HTTP. */
class SandboxBehaviourTest {

    @TestFactory
    Stream<DynamicTest> behaviours() {
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
                        LogStreamBehaviours.all())
                .flatMap(List::stream)
                .map(behaviour -> DynamicTest.dynamicTest(behaviour.row(), () -> run(behaviour)));
    }

    private static void run(Behaviour behaviour) throws Exception {
        try (Scene scene = new Scene(behaviour.options())) {
            behaviour.check().on(scene);
        }
    }
}
