package io.impsh.output;

import static io.impsh.output.Printed.ASCII;
import static io.impsh.output.Printed.PIPE;
import static io.impsh.output.Printed.TERMINAL;
import static io.impsh.output.Printed.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.bulk.Author;
import io.impsh.bulk.ItemResult;
import io.impsh.bulk.JournalledPlan.Status;
import io.impsh.bulk.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JournalTextTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-22T03:24:00Z"), ZoneId.of("Europe/Berlin"));
    private static final Instant BEGUN = Instant.parse("2026-11-22T03:00:00Z");
    private static final Author AUTHOR = new Author("ada", "acme", "impsh 0.1.0");

    private static final List<ItemResult> MIXED = List.of(
            ItemResults.assigned("thermo-0001", Outcome.DONE),
            ItemResults.assigned("thermo-0002", Outcome.STALE, "moved to Lab meanwhile"),
            ItemResults.assigned("thermo-0003", Outcome.FAILED, "Device is\nblocked"),
            ItemResults.assigned("thermo-0004", Outcome.SKIPPED, "already there"),
            ItemResults.assigned("thermo-0005", Outcome.UNKNOWN, "no answer"),
            ItemResults.notStarted("thermo-0006", "asked to stop"),
            ItemResults.notStarted("thermo-0007", "asked to stop"));

    @Test
    void whatWasStoppedCanBeGoneOnWithAndUndone() {
        assertThat(text(lines(Status.STOPPED, BEGUN.plusSeconds(70), AUTHOR, MIXED, "asked to stop", TERMINAL)))
                .isEqualTo("""
                        Plan 7f3a12: move 7 devices
                           status  stopped: asked to stop
                           begun   2026-11-22 04:00 (24 min ago)
                           ended   2026-11-22 04:01 (22 min ago)
                           by      ada, profile acme, impsh 0.1.0
                           at      https://api.example.com/v5
                         1 done · 1 failed · 1 stale · 1 skipped · 1 unknown · 2 left
                           failed   thermo-0003  Device is\\nblocked
                           unknown  thermo-0005  no answer
                           stale    thermo-0002  moved to Lab meanwhile
                        Resume with plans.resume('7f3a12'), undo with plans.undo('7f3a12').
                        """);
    }

    @Test
    void whatEndedWithoutAWordBeforeAnythingWasDone() {
        Author nobody = new Author("ada", null, "impsh 0.1.0");
        assertThat(text(lines(Status.INTERRUPTED, null, nobody, MIXED.subList(5, 7), null, ASCII)))
                .isEqualTo("""
                        Plan 7f3a12: move 7 devices
                           status  interrupted: it ended without a word
                           begun   2026-11-22 04:00 (24 min ago)
                           by      ada, impsh 0.1.0
                           at      https://api.example.com/v5
                         0 done | 0 failed | 0 stale | 0 skipped | 0 unknown | 2 left
                        Resume with plans.resume('7f3a12').
                        """);
    }

    @Test
    void whatIsCompleteCanBeUndone() {
        assertThat(text(lines(Status.COMPLETE, BEGUN, AUTHOR, MIXED.subList(0, 1), null, TERMINAL)))
                .isEqualTo("""
                        Plan 7f3a12: move 7 devices
                           status  complete
                           begun   2026-11-22 04:00 (24 min ago)
                           ended   2026-11-22 04:00 (24 min ago)
                           by      ada, profile acme, impsh 0.1.0
                           at      https://api.example.com/v5
                         1 done · 0 failed · 0 stale · 0 skipped · 0 unknown
                        Undo with plans.undo('7f3a12').
                        """);
    }

    @Test
    void whileItIsAppliedNothingCanBeDoneAboutIt() {
        assertThat(lines(Status.RUNNING, null, AUTHOR, MIXED, null, TERMINAL))
                .element(1)
                .isEqualTo("   status  running: a shell is applying it");
        assertThat(lines(Status.RUNNING, null, AUTHOR, MIXED, null, TERMINAL))
                .last()
                .isEqualTo("   stale    thermo-0002  moved to Lab meanwhile");
    }

    @Test
    void manyFailuresAreCutShort() {
        List<ItemResult> failed = new ArrayList<>();
        for (int number = 10; number < 1_244; number++) {
            failed.add(ItemResults.assigned("thermo-" + number, Outcome.FAILED));
        }
        List<String> lines = lines(Status.COMPLETE, BEGUN, AUTHOR, failed, null, TERMINAL);
        assertThat(lines).hasSize(18);
        assertThat(lines.subList(6, 8))
                .containsExactly(" 0 done · 1,234 failed · 0 stale · 0 skipped · 0 unknown", "   failed   thermo-10");
        assertThat(lines).last().isEqualTo("   and 1,224 more: _.items");
    }

    @Test
    void withoutAnyoneThereNothingIsAdvised() {
        assertThat(lines(Status.STOPPED, BEGUN, AUTHOR, MIXED, null, PIPE))
                .hasSize(7)
                .last()
                .isEqualTo(" 1 done · 1 failed · 1 stale · 1 skipped · 1 unknown · 2 left");
    }

    @Test
    void theTableTellsNoOutcomeOfWhatIsLeft() {
        StringBuilder out = new StringBuilder();
        ReportTable.soFar(MIXED.subList(4, 6)).write(new Lines(out), PIPE);
        assertThat(out).hasToString("""
                         name         from    to      outcome  reason
                         thermo-0005  Line 1  Line 2  unknown  no answer
                         thermo-0006  Line 1  Line 2  -        not started: asked to stop
                        """);
    }

    private static List<String> lines(
            Status status, Instant ended, Author author, List<ItemResult> results, String stopped, Screen screen) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
        return JournalText.lines(
                new JournalText.Facts(
                        "7f3a12",
                        "move 7 devices",
                        status,
                        BEGUN,
                        ended,
                        author,
                        "https://api.example.com/v5",
                        counts,
                        results,
                        stopped),
                screen,
                NOW);
    }
}
