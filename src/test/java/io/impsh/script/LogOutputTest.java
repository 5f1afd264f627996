package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.LogEntry;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogOutputTest {
    private final List<Shown.LogLines> printed = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    private final LogOutput output = new LogOutput(
            (ScriptIo) Proxy.newProxyInstance(
                    ScriptIo.class.getClassLoader(), new Class<?>[] {ScriptIo.class}, (io, method, given) -> {
                        if (given[0] instanceof Shown.LogLines lines) {
                            printed.add(lines);
                            lines.lines()
                                    .forEach(line -> told.add(
                                            line.label() + " " + line.entry().message()));
                        } else {
                            told.add("! " + given[0]);
                        }
                        return null;
                    }),
            () -> {});

    private static LogLine line(String device, String type, String message) {
        return new LogLine(new LogEntry(device, Instant.EPOCH, "development", type, message), device);
    }

    @Test
    void errorsThatCameAtOnceAreToldOneAfterTheOther() {
        for (String message : List.of("ERROR: x", "ERROR:   at main:12", "ERROR:   from lib:3")) {
            output.line(line("a", "server.error", message));
            output.line(line("b", "agent.error", message));
        }
        output.notice("the log stream is over");
        output.flush();
        assertThat(told)
                .containsExactly(
                        "a ERROR: x",
                        "a ERROR:   at main:12",
                        "a ERROR:   from lib:3",
                        "b ERROR: x",
                        "b ERROR:   at main:12",
                        "b ERROR:   from lib:3",
                        "! the log stream is over");
        output.close();
    }

    @Test
    void noPieceIsLongAndNoneEndsWithinAStack() {
        for (int n = 0; n < 3_000; n++) {
            output.line(line("a", "server.log", "reading " + n));
            output.line(line("b", "server.error", "ERROR: " + n));
            output.line(line("b", "server.error", "ERROR:   at main:" + n));
        }
        output.line(line("a", "server.log", "z".repeat(1 << 20)));
        for (int n = 0; n < 100; n++) {
            output.line(line("a", "server.log", "z".repeat(4_000)));
        }
        output.flush();
        assertThat(told).hasSize(9_101);
        assertThat(printed).allSatisfy(piece -> {
            assertThat(piece.lines().size()).isLessThanOrEqualTo(201);
            assertThat(piece.lines().get(0).entry().message()).doesNotStartWith("ERROR:  ");
            assertThat(piece.lines().stream()
                            .mapToInt(line ->
                                    Math.min(4_000, line.entry().message().length()))
                            .sum())
                    .isLessThan(45_000);
        });
        assertThat(printed)
                .extracting(Shown.LogLines::continued)
                .startsWith(false, true)
                .containsOnlyOnce(false);
        output.close();
    }
}
