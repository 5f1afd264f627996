package io.impsh.output;

import static io.impsh.output.Printed.ASCII;
import static io.impsh.output.Printed.PIPE;
import static io.impsh.output.Printed.TERMINAL;
import static io.impsh.output.Printed.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.bulk.ItemResult;
import io.impsh.bulk.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReportTextTest {
    private static final List<ItemResult> MIXED = List.of(
            ItemResults.assigned("thermo-0001", Outcome.DONE),
            ItemResults.assigned("thermo-0002", Outcome.STALE, "moved to Lab meanwhile"),
            ItemResults.assigned("thermo-0003", Outcome.FAILED, "Device is\nblocked"),
            ItemResults.assigned("thermo-0004", Outcome.SKIPPED, "already there"),
            ItemResults.assigned("thermo-0005", Outcome.UNKNOWN, "no answer"));

    @Test
    void whatWentWellIsOneLine() {
        List<ItemResult> done = new ArrayList<>();
        for (int number = 0; number < 66; number++) {
            done.add(ItemResults.assigned("thermo-" + number, Outcome.DONE));
        }
        assertThat(text(ReportText.lines(facts(done), TERMINAL)))
                .isEqualTo(" 66 done · 0 failed · 0 stale · 0 skipped · 0 unknown      0.6 s\n");
    }

    @Test
    void namesWhatNeedsALook() {
        assertThat(text(ReportText.lines(facts(MIXED), TERMINAL))).isEqualTo("""
                         1 done · 1 failed · 1 stale · 1 skipped · 1 unknown      0.6 s
                           failed   thermo-0003  Device is\\nblocked
                           unknown  thermo-0005  no answer
                           stale    thermo-0002  moved to Lab meanwhile
                           skipped  1  already there
                        """);
    }

    @Test
    void withoutAnyoneThereItIsTheCounts() {
        assertThat(text(ReportText.lines(facts(MIXED), PIPE)))
                .isEqualTo(" 1 done · 1 failed · 1 stale · 1 skipped · 1 unknown      0.6 s\n");
    }

    @Test
    void whatWasNotStartedIsCountedByItselfWithHowToResume() {
        List<ItemResult> stopped = List.of(
                ItemResults.assigned("thermo-0001", Outcome.DONE),
                ItemResults.assigned("thermo-0002", Outcome.SKIPPED, "already there"),
                ItemResults.notStarted("thermo-0003", "asked to stop"),
                ItemResults.notStarted("thermo-0004", "asked to stop"),
                ItemResults.notStarted("thermo-0005", "beyond the last wave"));
        ReportText.Facts facts = new ReportText.Facts(
                counts(stopped), stopped, Duration.ofSeconds(41), "asked to stop", OptionalInt.empty(), "b81c");
        assertThat(text(ReportText.lines(facts, TERMINAL))).isEqualTo("""
                         1 done · 0 failed · 0 stale · 1 skipped · 0 unknown      41 s
                           skipped  1  already there
                           skipped  1  not started: beyond the last wave
                         stopped: asked to stop
                         3 not started: resume with plans.resume('b81c')
                        """);
        assertThat(text(ReportText.lines(facts, PIPE))).isEqualTo("""
                         1 done · 0 failed · 0 stale · 1 skipped · 0 unknown      41 s
                         stopped: asked to stop
                         3 not started
                        """);
    }

    @Test
    void whatWasDoneCanBeUndoneWhereAJournalWasKept() {
        List<ItemResult> done = List.of(ItemResults.assigned("thermo-0001", Outcome.DONE));
        ReportText.Facts facts =
                new ReportText.Facts(counts(done), done, Duration.ofMillis(600), null, OptionalInt.empty(), "7f3a");
        assertThat(text(ReportText.lines(facts, TERMINAL))).isEqualTo("""
                         1 done · 0 failed · 0 stale · 0 skipped · 0 unknown      0.6 s
                        Undo with plans.undo('7f3a').
                        """);
        assertThat(text(ReportText.lines(facts, PIPE)))
                .isEqualTo(" 1 done · 0 failed · 0 stale · 0 skipped · 0 unknown      0.6 s\n");
    }

    @Test
    void theTableHasEveryItem() {
        StringBuilder out = new StringBuilder();
        ReportTable.of(MIXED).write(new Lines(out), PIPE);
        assertThat(out).hasToString("""
                         name         from    to      outcome  reason
                         thermo-0001  Line 1  Line 2  done     -
                         thermo-0002  Line 1  Line 2  stale    moved to Lab meanwhile
                         thermo-0003  Line 1  Line 2  failed   Device is\\nblocked
                         thermo-0004  Line 1  Line 2  skipped  already there
                         thermo-0005  Line 1  Line 2  unknown  no answer
                        """);
    }

    @Test
    void manyFailuresAreCutShort() {
        List<ItemResult> failed = new ArrayList<>();
        for (int number = 10; number < 22; number++) {
            failed.add(ItemResults.assigned("thermo-00" + number, Outcome.FAILED, "blocked"));
        }
        ReportText.Facts facts = new ReportText.Facts(
                counts(failed), failed, Duration.ofSeconds(192), "too many failed", OptionalInt.of(12), null);
        assertThat(text(ReportText.lines(facts, ASCII))).isEqualTo("""
                         0 done | 12 failed | 0 stale | 0 skipped | 0 unknown      3 min 12 s
                           failed   thermo-0010  blocked
                           failed   thermo-0011  blocked
                           failed   thermo-0012  blocked
                           failed   thermo-0013  blocked
                           failed   thermo-0014  blocked
                           failed   thermo-0015  blocked
                           failed   thermo-0016  blocked
                           failed   thermo-0017  blocked
                           failed   thermo-0018  blocked
                           failed   thermo-0019  blocked
                           and 2 more: _.failed.table()
                         stopped: too many failed
                         12 still match the selection
                        """);
    }

    @Test
    void aDryRunHasDoneNothing() {
        List<ItemResult> planned = List.of(
                ItemResults.assigned("thermo-0001", Outcome.PLANNED),
                ItemResults.assigned("thermo-0002", Outcome.SKIPPED, "already there"));
        assertThat(text(ReportText.lines(facts(planned), TERMINAL)))
                .isEqualTo(" 1 planned · 1 skipped      0.6 s\n   skipped  1  already there\n");
    }

    @Test
    void jsonOfAnItem() {
        assertThat(JsonText.compact(PlanTree.result(MIXED.get(1))))
                .isEqualTo("{\"type\":\"device\",\"id\":\"id-of-thermo-0002\",\"name\":\"thermo-0002\","
                        + "\"change\":\"assign\",\"from\":{\"id\":\"g1\",\"name\":\"Line 1\"},"
                        + "\"to\":{\"id\":\"g2\",\"name\":\"Line 2\"},\"outcome\":\"stale\","
                        + "\"reason\":\"moved to Lab meanwhile\"}");
    }

    private static ReportText.Facts facts(List<ItemResult> results) {
        return new ReportText.Facts(counts(results), results, Duration.ofMillis(600), null, OptionalInt.empty(), null);
    }

    private static Map<Outcome, Integer> counts(List<ItemResult> results) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        results.forEach(result -> counts.merge(result.outcome(), 1, Integer::sum));
        return counts;
    }
}
