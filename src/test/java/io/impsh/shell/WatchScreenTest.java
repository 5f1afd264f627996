package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.profile.Settings;
import io.impsh.script.Redrawing;
import io.impsh.script.Shown;
import io.impsh.script.WatchRound;
import io.impsh.script.WatchRound.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WatchScreenTest {
    private static final String HEADER = "every 2 s  ·  \\d\\d:\\d\\d:\\d\\d  ·  Ctrl-C ends\n";

    /** What the watching thread is to do next; an empty one ends it. */
    private final BlockingQueue<Runnable> steps = new LinkedBlockingQueue<>();

    private Redrawing place;

    private final FakeEvaluator evaluator = new FakeEvaluator().meaning("watch", io -> {
        try (Redrawing shown = io.redrawing()) {
            place = shown;
            for (Runnable step = steps.take(); step != END; step = steps.take()) {
                step.run();
            }
        }
        return new Shown.Nothing();
    });

    private static final Runnable END = () -> {};

    private void round(Row... rows) {
        List<String> columns = List.of("name", "online");
        Shown.Noun noun = new Shown.Noun("device", "devices");
        WatchRound round =
                new WatchRound(Instant.now(), 2, new Shown.Nothing(), columns, noun, Arrays.asList(rows), null);
        steps.add(() -> place.show(round));
    }

    private static Row row(String name, boolean online) {
        return new Row(name, List.of(name, online));
    }

    @Test
    void aTableIsDrawnInItsPlaceAndStaysAtTheEnd() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator, options -> options.color(Settings.Color.NEVER))) {
            shell.atPrompt().enter("watch");
            round(row("thermo-1", true), row("thermo-2", true));
            shell.screen.await(
                    "demo> watch\n" + HEADER + " name      online\n thermo-1  yes\n thermo-2  yes\n2 devices$");
            round(row("thermo-1", false), row("thermo-3", true));
            shell.screen.await("demo> watch\n" + HEADER
                    + " name      online\n thermo-1  no\\*\n\\+thermo-3  yes\n2 devices, 1 gone$");
            steps.add(END);
            shell.screen.await("demo> watch\n" + HEADER
                    + " name      online\n thermo-1  no\\*\n\\+thermo-3  yes\n2 devices, 1 gone\nsandbox demo>$");
            shell.enter("1").screen.await("1 gone\nsandbox demo> 1\n= 1\nsandbox demo>$");
        }
    }

    @Test
    void whatIsPrintedMeanwhileComesAboveIt() throws Exception {
        evaluator.meaning("watch", io -> {
            place = io.redrawing();
            for (Runnable step = steps.take(); step != END; step = steps.take()) {
                step.run();
                io.notice("a line");
            }
            place.close();
            return new Shown.Nothing();
        });
        try (RunningShell shell = new RunningShell(evaluator, options -> options.color(Settings.Color.NEVER))) {
            shell.atPrompt().enter("watch");
            round(row("thermo-1", true));
            shell.screen.await("demo> watch\na line\n" + HEADER + " name      online\n thermo-1  yes\n1 device$");
            round(row("thermo-1", true));
            shell.screen.await(
                    "demo> watch\na line\na line\n" + HEADER + " name      online\n thermo-1  yes\n1 device$");
            steps.add(END);
            shell.screen.await("1 device\nsandbox demo>$");
        }
    }

    @Test
    void whatIsHigherThanTheScreenIsCounted() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator, options -> options.color(Settings.Color.NEVER))) {
            shell.atPrompt().enter("watch");
            Row[] rows = IntStream.range(0, 100)
                    .mapToObj(number -> row("thermo-" + number, true))
                    .toArray(Row[]::new);
            round(rows);
            shell.screen.await("\\Asandbox demo> watch\n" + HEADER
                    + " name       online\n thermo-0   yes\n.*thermo-18 +yes\n… 82 more rows$");
            round(rows);
            steps.add(END);
            assertThat(shell.screen.await("… 82 more rows\nsandbox demo>$")).containsOnlyOnce("every 2 s");
        }
    }

    @Test
    void changedCellsAreReversedWhereThereAreColours() throws Exception {
        try (RunningShell shell = new RunningShell(evaluator)) {
            shell.atPrompt().enter("watch");
            round(row("thermo-1", true));
            round(row("thermo-1", false));
            steps.add(END);
            shell.screen.await("thermo-1  no\n1 device\nsandbox demo>$");
            assertThat(shell.screen.everything()).contains("thermo-1  \u001b[7mno\u001b[0m");
        }
    }
}
