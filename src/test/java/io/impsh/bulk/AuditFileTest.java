package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.SentWrite;
import io.impsh.api.WriteAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class AuditFileTest {
    private static final Instant NOW = Instant.parse("2026-07-14T09:30:00.123Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Author AUTHOR = new Author("ada", "work", "impsh 0.1.0");
    private static final SentWrite RENAME = new SentWrite(
            "https://api.electricimp.com/v5",
            "a1",
            "PATCH",
            "/devices/d",
            "{\"data\":{\"attributes\":{\"name\":\"é\"}}}");
    private static final WriteAnswer ACCEPTED = new WriteAnswer(200, WriteAnswer.ACCEPTED, null, 1);

    @TempDir
    Path folder;

    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());

    private AuditFile file(long bytes, int kept) {
        return new AuditFile(
                () -> Optional.of(folder),
                AUTHOR,
                notices::add,
                new RotatingFile.Limits(bytes, kept, Duration.ofDays(90)),
                CLOCK);
    }

    private AuditFile file() {
        return file(1_000_000, 5);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("audit.ndjson"));
    }

    private static String withoutSession(String line) {
        return line.replaceFirst("\"session\":\"[0-9a-f]{8}\"", "\"session\":\"…\"");
    }

    @Test
    void aLineBeforeAndALineAfter() throws IOException {
        AuditFile file = file();

        long request = file.before(RENAME);
        file.after(request, ACCEPTED);
        request = file.before(new SentWrite("https://x/v5", null, "POST", "/devices/d/restart", null));
        file.after(request, new WriteAnswer(null, "no answer: it broke", null, 0));
        request = file.before(new SentWrite("https://x/v5", null, "POST", "/products", "{}"));
        file.after(request, new WriteAnswer(201, WriteAnswer.ACCEPTED, "p1", 3));

        assertThat(lines().stream().map(AuditFileTest::withoutSession))
                .containsExactly(
                        "{\"record\":\"before\",\"at\":\"2026-07-14T09:30:00.123Z\",\"session\":\"…\",\"request\":1,"
                                + "\"method\":\"PATCH\",\"path\":\"/devices/d\",\"body\":{\"data\":{\"attributes\":{\"name\":\"é\"}}},"
                                + "\"endpoint\":\"https://api.electricimp.com/v5\",\"account\":\"a1\",\"who\":\"ada\",\"profile\":\"work\",\"program\":\"impsh 0.1.0\"}",
                        "{\"record\":\"after\",\"at\":\"2026-07-14T09:30:00.123Z\",\"session\":\"…\",\"request\":1,"
                                + "\"answer\":\"accepted\",\"status\":200}",
                        "{\"record\":\"before\",\"at\":\"2026-07-14T09:30:00.123Z\",\"session\":\"…\",\"request\":2,"
                                + "\"method\":\"POST\",\"path\":\"/devices/d/restart\","
                                + "\"endpoint\":\"https://x/v5\",\"account\":null,\"who\":\"ada\",\"profile\":\"work\",\"program\":\"impsh 0.1.0\"}",
                        "{\"record\":\"after\",\"at\":\"2026-07-14T09:30:00.123Z\",\"session\":\"…\",\"request\":2,"
                                + "\"answer\":\"no answer: it broke\"}",
                        "{\"record\":\"before\",\"at\":\"2026-07-14T09:30:00.123Z\",\"session\":\"…\",\"request\":3,"
                                + "\"method\":\"POST\",\"path\":\"/products\",\"body\":{},"
                                + "\"endpoint\":\"https://x/v5\",\"account\":null,\"who\":\"ada\",\"profile\":\"work\",\"program\":\"impsh 0.1.0\"}",
                        "{\"record\":\"after\",\"at\":\"2026-07-14T09:30:00.123Z\",\"session\":\"…\",\"request\":3,"
                                + "\"answer\":\"accepted\",\"status\":201,\"created\":\"p1\",\"tries\":3}");
        assertThat(notices).isEmpty();
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        file().before(RENAME);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("audit.ndjson"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFullFileIsKeptAsideAndTheOldestGoes() throws IOException {
        AuditFile file = file(1, 2);

        for (int request = 1; request <= 4; request++) {
            file.before(RENAME);
        }

        assertThat(names()).containsExactly("audit.1.ndjson", "audit.2.ndjson", "audit.lock");
        assertThat(Files.readString(folder.resolve("audit.1.ndjson"))).contains("\"request\":4,");
        assertThat(Files.readString(folder.resolve("audit.2.ndjson"))).contains("\"request\":3,");
    }

    @Test
    void whatNobodyHasAddedToForLongIsDeleted() throws IOException {
        old("audit.ndjson", 91);
        old("audit.1.ndjson", 89);
        old("audit.2.ndjson", 91);

        file().before(RENAME);

        assertThat(names()).containsExactly("audit.1.ndjson", "audit.lock", "audit.ndjson");
        assertThat(lines()).hasSize(1);
    }

    private void old(String name, int days) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "{}\n");
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(days))));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aLineThatWasCutSpoilsNoOther() throws IOException {
        Files.writeString(folder.resolve("audit.ndjson"), "{\"record\":\"before\",\"at\":\"2026");

        file().after(1, ACCEPTED);

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).startsWith("{\"record\":\"after\"").endsWith("}");
    }

    @Test
    void severalShellsAtOnceLoseNoLineAndCutNone() throws Exception {
        int shells = 4;
        int each = 500;
        ExecutorService threads = Executors.newFixedThreadPool(shells);
        for (int shell = 0; shell < shells; shell++) {
            AuditFile file = file(20_000, 200);
            threads.execute(() -> {
                for (int i = 0; i < each; i++) {
                    file.after(file.before(RENAME), ACCEPTED);
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        List<String> all = new ArrayList<>();
        for (String name : names()) {
            all.addAll(Files.readAllLines(folder.resolve(name)));
        }
        JsonMapper json = JsonMapper.builder().build();
        all.removeIf(String::isEmpty);
        assertThat(all.stream()
                        .map(json::readTree)
                        .map(line -> line.path("session").asString() + " "
                                + line.path("record").asString() + " "
                                + line.path("request").asInt())
                        .distinct())
                .hasSize(shells * each * 2);
        assertThat(all).hasSize(shells * each * 2);
        assertThat(notices).isEmpty();
    }

    @Test
    void anInterruptStopsNoLine() throws IOException {
        AuditFile file = file();

        Thread.currentThread().interrupt();
        file.after(file.before(RENAME), ACCEPTED);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(lines()).hasSize(2);
        assertThat(notices).isEmpty();
    }

    @Test
    void whereItCannotBeWrittenThatIsSaidOnce() throws IOException {
        Files.createDirectory(folder.resolve("audit.ndjson"));
        AuditFile file = file();

        file.after(file.before(RENAME), ACCEPTED);

        assertThat(notices)
                .containsExactly("changes are not being written down: cannot add to " + folder.resolve("audit.ndjson")
                        + " (Is a directory)");
    }

    @Test
    void withoutAStateFolderThatIsSaidOnce() {
        AuditFile file = new AuditFile(Optional::empty, AUTHOR, notices::add);

        file.after(file.before(RENAME), ACCEPTED);

        assertThat(notices)
                .containsExactly(
                        "changes are not being written down: the state folder cannot be written; IMPSH_HOME names another");
    }
}
