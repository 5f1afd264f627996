package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.bulk.JournalledPlan.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    static final Author OPERATOR = new Author("olga", "field", "impsh 0.1.0");

    @TempDir
    private Path state;

    private final FakeCloud cloud = new FakeCloud().with(Fleet.LINE_1, Fleet.LINE_2, Fleet.LINE_3);
    private final ApplyControl control = new ApplyControl();

    @Test
    void tellsOfEachRequestBeforeAndAfter() throws IOException {
        Plan plan = move(101);
        cloud.unknown.add("d7");
        Report report = apply(plan);
        assertThat(report.id()).isEqualTo(plan.id());
        List<String> lines = Files.readAllLines(folder().resolve(plan.id() + ".ndjson"));
        assertThat(lines.stream()
                        .filter(line -> !line.startsWith("{\"record\":\"item\""))
                        .map(JournalTest::shortened))
                .containsExactly(
                        "{\"record\":\"plan\",\"version\":1,\"journal\":\"" + plan.id()
                                + "\",\"at\":\"2024-03-05T10:00:00Z\",\"who\":\"olga\",\"profile\":\"field\","
                                + "\"program\":\"impsh 0.1.0\",\"id\":\"" + plan.id()
                                + "\",\"endpoint\":\"https://api.example.com/v5\",\"account\":\"me\","
                                + "\"plannedAt\":\"2024-03-05T10:00:00Z\",\"title\":\"move 101 devices\","
                                + "\"nothing\":\"move no devices\",\"accountNames\":{},\"webhooks\":{},"
                                + "\"requestsPerSecond\":40.0,\"items\":101}",
                        "{\"record\":\"begin\",\"at\":\"2024-03-05T10:00:00Z\",\"who\":\"olga\",\"profile\":\"field\","
                                + "\"program\":\"impsh 0.1.0\",\"options\":{\"waves\":[],\"pause\":\"PT0S\","
                                + "\"within\":\"PT5M\",\"maxFailures\":0.05,\"retryUnknown\":false,\"unbondKey\":false}}",
                        "{\"record\":\"before\",\"request\":1,\"at\":\"2024-03-05T10:00:00Z\",\"verb\":\"assign\","
                                + "\"items\":[0,1,…]}",
                        "{\"record\":\"after\",\"request\":1,\"at\":\"2024-03-05T10:00:00Z\","
                                + "\"answer\":\"refused: Not Found: no device d7\"}",
                        "{\"record\":\"before\",\"request\":2,\"at\":\"2024-03-05T10:00:00Z\",\"verb\":\"assign\","
                                + "\"items\":[100]}",
                        "{\"record\":\"after\",\"request\":2,\"at\":\"2024-03-05T10:00:00Z\",\"answer\":\"accepted\"}",
                        "{\"record\":\"settled\",\"at\":\"2024-03-05T10:00:00Z\",\"items\":[{\"n\":0,\"outcome\":\"done\"},…]}",
                        "{\"record\":\"end\",\"at\":\"2024-03-05T10:00:00Z\",\"status\":\"complete\","
                                + "\"counts\":{\"done\":100,\"failed\":1,\"stale\":0,\"skipped\":0,\"unknown\":0,\"planned\":0}}");
        assertThat(lines.get(7))
                .isEqualTo("{\"record\":\"item\",\"n\":6,\"target\":{\"type\":\"device\",\"id\":\"d7\"},"
                        + "\"name\":\"d7\",\"account\":\"me\",\"from\":{\"type\":\"development_devicegroup\",\"id\":\"Line 1\"},"
                        + "\"fromName\":\"Line 1\",\"change\":{\"kind\":\"assign\",\"to\":{\"type\":\"development_devicegroup\","
                        + "\"id\":\"Line 2\",\"name\":\"Line 2\",\"product\":{\"type\":\"product\",\"id\":\"Thermostat\"}}},"
                        + "\"phase\":0,\"verdict\":\"go\"}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder().resolve(plan.id() + ".ndjson"))))
                .isEqualTo("rw-------");
    }

    private static String shortened(String line) {
        return line.replaceAll("(\\[0,1),[0-9,]+]", "$1,…]").replaceAll("(\\[\\{\"n\":0[^}]*}),.*]}", "$1,…]}");
    }

    @Test
    void isReadAsItWasWritten() {
        Plan plan = move(3);
        cloud.unknown.add("d2");
        Report report = apply(plan);
        JournalledPlan journalled = journals().get(plan.id().substring(0, 3));
        assertThat(journalled.status()).isEqualTo(Status.COMPLETE);
        assertThat(journalled.title()).isEqualTo("move 3 devices");
        assertThat(journalled.author()).isEqualTo(OPERATOR);
        assertThat(journalled.begunAt()).isEqualTo(Fleet.THEN);
        assertThat(journalled.endedAt()).isEqualTo(Fleet.THEN);
        assertThat(journalled.counts()).isEqualTo(report.counts());
        assertThat(journalled.options()).isEqualTo(ApplyOptions.defaults());
        assertThat(journalled.plan().id()).isEqualTo(plan.id());
        assertThat(journalled.plan().items()).isEqualTo(plan.items());
        assertThat(journalled.plan().summary()).isEqualTo(plan.summary());
        assertThat(journalled.report().all()).isEqualTo(report.all());
        assertThat(journals().list()).extracting(JournalledPlan::id).containsExactly(plan.id());
    }

    private Path folder() {
        return state.resolve("plans");
    }

    private Journals journals() {
        return new Journals(() -> Optional.of(folder()), OPERATOR, Plans.NOW, Medium::file);
    }

    private Plan move(int count) {
        cloud.with(Fleet.devices(count, Fleet.LINE_1));
        return Plans.planner(cloud).assign(List.copyOf(cloud.devices.values()), Fleet.LINE_2);
    }

    private Report apply(Plan plan) {
        Applier applier =
                new Applier(same -> cloud, question -> true, journals().journal(), Plans.NOW, new FakeTiming());
        return applier.apply(plan, ApplyOptions.defaults(), ApplyListener.none(), control);
    }
}
