package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroupType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent when, and what happens between two waves. */
class WavesTest {
    private final FakeCloud cloud = new FakeCloud().with(Fleet.LINE_1, Fleet.LINE_2, Fleet.LINE_3);
    private final Planner planner = Plans.planner(cloud);
    private final FakeTiming timing = new FakeTiming();
    private final ApplyControl control = new ApplyControl();
    private final WaveLog log = new WaveLog();
    private final List<String> questions = new ArrayList<>();
    private boolean answer = true;

    @Test
    void eachWaveIsReadBackBeforeTheNext() {
        Report report = apply(move(250), waves("1", "10%", "100%"));
        assertThat(ApplierTest.text(report)).isEqualTo("DONE=250");
        assertThat(report.stopped()).isNull();
        assertThat(cloud.requests)
                .containsExactly(
                        "move d1",
                        "read d1",
                        "move 24 devices",
                        "read devicegroup.id=Line 2",
                        "move 100 devices",
                        "move 100 devices",
                        "move 25 devices",
                        "read devicegroup.id=Line 2",
                        "read devicegroup.id=Line 2",
                        "read devicegroup.id=Line 2");
        assertThat(log.text()).isEqualTo("""
                wave 1 of 3: 1 of 250 items
                wave 1 of 3 over: DONE=1
                wave 2 of 3: 24 of 250 items
                wave 2 of 3 over: DONE=24
                wave 3 of 3: 225 of 250 items
                wave 3 of 3 over: DONE=225""");
        assertThat(timing.seconds()).isZero();
    }

    @Test
    void inAWaveBatchesBeginInTheOrderOfTheirFirstItems() {
        cloud.with(List.of(
                Fleet.device("a1", Fleet.LINE_3),
                Fleet.device("b1", Fleet.LINE_1),
                Fleet.device("a2", Fleet.LINE_3),
                Fleet.device("b2", Fleet.LINE_1),
                Fleet.device("b3", Fleet.LINE_1)));
        List<String> sent = sentIds();
        apply(planner.assign(all(), Fleet.LINE_2), waves("3", "100%"));
        assertThat(sent).containsExactly("a1 a2", "b1", "b2 b3");
    }

    @Test
    void whatIsDoubtfulIsLastOverAllWaves() {
        Device doubtful = Fleet.device("x1", Fleet.group("Pre", DeviceGroupType.PRE_PRODUCTION));
        cloud.with(List.of(doubtful)).with(Fleet.devices(3, Fleet.LINE_1));
        List<String> sent = sentIds();
        apply(planner.assign(all(), Fleet.LINE_2), waves("1", "2", "100%"));
        assertThat(sent).containsExactly("d1", "d2", "d3", "x1");
    }

    @Test
    void sharesThatComeToTheSameAreOneWave() {
        apply(move(3), waves("1", "5%", "100%"));
        assertThat(log.text()).isEqualTo("""
                wave 1 of 2: 1 of 3 items
                wave 1 of 2 over: DONE=1
                wave 2 of 2: 2 of 3 items
                wave 2 of 2 over: DONE=2""");
    }

    @Test
    void whatIsBeyondTheLastWaveIsNotStarted() {
        Report report = apply(move(4), waves("1", "50%"));
        assertThat(ApplierTest.text(report)).isEqualTo("""
                DONE=2
                d3 SKIPPED not started: beyond the last wave
                d4 SKIPPED not started: beyond the last wave""");
        assertThat(report.all().get(2).notStarted()).isTrue();
        assertThat(report.stopped()).isNull();
    }

    @Test
    void failuresCountOverAllWaves() {
        Plan plan = move(200);
        cloud.unknown.addAll(List.of("d1", "d3", "d4"));
        Report report =
                apply(plan, options -> waves("2", "50%", "100%").apply(options).withMaxFailures(2));
        assertThat(report.counts())
                .containsEntry(Outcome.FAILED, 3)
                .containsEntry(Outcome.DONE, 97)
                .containsEntry(Outcome.SKIPPED, 100);
        assertThat(report.stopped()).isEqualTo("too many failures");
        assertThat(log.text()).isEqualTo("""
                wave 1 of 3: 2 of 200 items
                wave 1 of 3 over: DONE=1 FAILED=1
                wave 2 of 3: 98 of 200 items
                wave 2 of 3 over: DONE=96 FAILED=2""");
    }

    @Test
    void aPauseIsBetweenWavesAndWhatIsOldByThenIsLookedAtAgain() {
        timing.at(Duration.ofSeconds(60), () -> cloud.move("d3", Fleet.LINE_3));
        Report report = apply(
                move(3), options -> waves("1", "2", "100%").apply(options).withPause(Pause.of(Duration.ofMinutes(1))));
        assertThat(ApplierTest.text(report)).isEqualTo("""
                DONE=2
                d3 STALE it is in group Line 3""");
        assertThat(cloud.requests).containsExactly("move d1", "read d1", "read d2", "move d2", "read d2", "read d3");
        assertThat(timing.seconds()).isEqualTo(120);
        assertThat(log.pauses()).isEqualTo("wave 1: 60 s … 1 s, wave 2: 60 s … 1 s");
    }

    @Test
    void anInterruptWakesAPause() {
        Thread applying = Thread.currentThread();
        timing.at(Duration.ofSeconds(5), applying::interrupt);
        Report report =
                apply(move(2), options -> waves("1", "100%").apply(options).withPause(Pause.of(Duration.ofHours(1))));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ApplierTest.text(report)).isEqualTo("""
                DONE=1
                d2 SKIPPED not started: asked to stop""");
        assertThat(report.stopped()).isEqualTo("asked to stop");
        assertThat(timing.seconds()).isEqualTo(5);
    }

    @Test
    void stoppingWakesAPause() {
        timing.at(Duration.ofSeconds(5), control::stopStarting);
        Report report =
                apply(move(2), options -> waves("1", "100%").apply(options).withPause(Pause.of(Duration.ofHours(1))));
        assertThat(report.stopped()).isEqualTo("asked to stop");
        assertThat(timing.seconds()).isEqualTo(5);
        assertThat(cloud.writes()).containsExactly("move d1");
    }

    @Test
    void aWaveThatAsksGoesOnAfterAYes() {
        Report report = apply(
                move(100), options -> waves("1", "3", "100%").apply(options).withPause(Pause.ASK));
        assertThat(ApplierTest.text(report)).isEqualTo("DONE=100");
        assertThat(questions)
                .containsExactly(
                        "100 devices move from Line 1 to Line 2 (waves 1, 3, 100%; asking between them). Go on?",
                        "Go on with wave 2 of 3, 2 devices?", "Go on with wave 3 of 3, 97 devices?");
    }

    @Test
    void aWaveThatAsksStopsAfterANo() {
        answer = false;
        Report report =
                apply(move(2), options -> waves("1", "100%").apply(options).withPause(Pause.ASK));
        assertThat(ApplierTest.text(report)).isEqualTo("""
                DONE=1
                d2 SKIPPED not started: no to wave 2 of 2""");
        assertThat(report.all().get(1).notStarted()).isTrue();
        assertThat(report.stopped()).isEqualTo("no to wave 2 of 2");
    }

    @Test
    void aDryRunNeitherWaitsNorAsks() {
        cloud.dryRun = true;
        UnaryOperator<ApplyOptions> wanted = options -> waves("1", "50%")
                .apply(options)
                .withPause(Pause.ASK)
                .withHealth(new Health.Signs(Duration.ofMinutes(1), null), ApplyOptions.DEFAULT_WITHIN);
        Report report = new Applier(control -> cloud, question -> false, Journal.none(), Plans.NOW, timing)
                .apply(move(4), wanted.apply(ApplyOptions.defaults()), log, control);
        assertThat(ApplierTest.text(report)).isEqualTo("""
                PLANNED=2
                d3 SKIPPED not started: beyond the last wave
                d4 SKIPPED not started: beyond the last wave""");
        assertThat(cloud.requests).containsExactly("move d1", "move d2");
        assertThat(timing.seconds()).isZero();
        assertThat(log.text()).isEmpty();
    }

    @Test
    void aRunThatIsTakenUpGoesOnInTheWaveWhereItWas() {
        Plan plan = move(5);
        cloud.move("d1", Fleet.LINE_2);
        cloud.move("d2", Fleet.LINE_2);
        ApplyOptions options = waves("1", "3", "100%")
                .apply(ApplyOptions.defaults())
                .withPause(Pause.of(Duration.ofMinutes(1)))
                .withHealth(new Health.Signs(Duration.ofMinutes(1), null), ApplyOptions.DEFAULT_WITHIN);
        try (Workers workers = new Workers(1, control::stopStarting)) {
            Run run = Run.of(new ApplyTask(plan, options, log, control), cloud, workers, Journal.none(), timing);
            plan.items().subList(0, 2).forEach(item -> run.tally().settle(item, Outcome.DONE, null));
            new WavesRun(run, plan, options, new Somebody()).carryOut();
        }
        assertThat(cloud.writes()).containsExactly("move d3", "move 2 devices");
        assertThat(log.text()).isEqualTo("""
                wave 2 of 3: 2 of 5 items
                wave 2 of 3 over: DONE=2, health OK after 10 s
                wave 3 of 3: 2 of 5 items
                wave 3 of 3 over: DONE=2, health OK after 10 s""");
        assertThat(timing.seconds()).isEqualTo(10 + 60 + 10);
    }

    @Test
    void whatIsBeyondTheLastWaveIsSentWhenTheRunIsTakenUp(@TempDir Path folder) {
        Journals journals = new Journals(() -> Optional.of(folder), new Author("demo", null, "impsh 0.1.0"));
        Applier applier = new Applier(same -> cloud, new Somebody(), journals.journal(), Plans.NOW, timing);
        Report report = applier.apply(move(4), waves("1").apply(ApplyOptions.defaults()), log, control);
        JournalledPlan journalled = journals.get(report.id());
        Report resumed = applier.resume(journalled, journalled.options(), log, control);
        assertThat(ApplierTest.text(resumed)).isEqualTo("DONE=4");
        assertThat(cloud.writes()).containsExactly("move d1", "move 3 devices");
    }

    @Test
    void progressIsThatOfTheWaveToo() {
        List<String> told = new ArrayList<>();
        applier()
                .apply(
                        move(3),
                        waves("1", "100%").apply(ApplyOptions.defaults()),
                        progress -> told.add(progress.stage() + " "
                                + progress.wave().answered() + " of "
                                + progress.wave().items() + " in wave "
                                + progress.wave().number() + ", done "
                                + progress.wave().counts().get(Outcome.DONE) + "; " + progress.answered() + " of "
                                + progress.total() + " in all"),
                        control);
        assertThat(told)
                .containsExactly(
                        "LOOKING_AGAIN 0 of 1 in wave 1, done 0; 0 of 3 in all",
                        "CHANGING 1 of 1 in wave 1, done 0; 1 of 3 in all",
                        "READING_BACK 1 of 1 in wave 1, done 1; 1 of 3 in all",
                        "LOOKING_AGAIN 0 of 2 in wave 2, done 0; 1 of 3 in all",
                        "CHANGING 2 of 2 in wave 2, done 0; 3 of 3 in all",
                        "READING_BACK 2 of 2 in wave 2, done 2; 3 of 3 in all");
    }

    @Test
    void whatCannotBeMeantIsRefusedBeforeAnythingIsSent() {
        Plan plan = move(100);
        assertThat(Stream.of(
                                waves("0", "100%"),
                                waves("5", "5"),
                                waves("10%", "5%"),
                                waves("50", "5%"),
                                (UnaryOperator<ApplyOptions>) options -> options.withPause(Pause.ASK),
                                options -> waves("1").apply(options).withPause(Pause.of(Duration.ofSeconds(-1))))
                        .map(wanted -> refusal(plan, wanted)))
                .containsExactly(
                        "USAGE a wave of 0 is no wave",
                        "USAGE waves have to ascend, and 5 comes after 5",
                        "USAGE waves have to ascend, and 5% comes after 10%",
                        "USAGE waves have to ascend, and 5% comes after 50, which is more of 100 items",
                        "USAGE a pause is between waves, and there are none",
                        "USAGE a pause cannot be shorter than nothing");
        assertThat(refusal(planner.removeGroup(Fleet.LINE_1, Removal.forced()), waves("1", "100%")))
                .isEqualTo("USAGE what builds on one another cannot go in waves");
        assertThat(questions).isEmpty();
        assertThat(cloud.writes()).isEmpty();
    }

    @Test
    void askingBetweenWavesNeedsSomebodyEvenWhereYesIsTakenForGranted() {
        Plan plan = move(2);
        Applier nobody = new Applier(same -> cloud, question -> true, Journal.none(), Plans.NOW, timing);
        assertThatThrownBy(() -> nobody.apply(
                        plan, waves("1", "100%").apply(ApplyOptions.defaults()).withPause(Pause.ASK), log, control))
                .hasMessage("somebody is to be asked between waves, and nobody can be asked")
                .extracting(e -> ((UserException) e).code())
                .isEqualTo("CONFIRMATION_NEEDED");
        assertThat(cloud.requests).isEmpty();
    }

    private String refusal(Plan plan, UnaryOperator<ApplyOptions> wanted) {
        try {
            apply(plan, wanted);
            return "none";
        } catch (UserException e) {
            return e.code() + " " + e.getMessage();
        }
    }

    private static UnaryOperator<ApplyOptions> waves(String... shares) {
        return options -> options.withWaves(Stream.of(shares).map(Share::parse).toList());
    }

    private List<String> sentIds() {
        List<String> sent = new ArrayList<>();
        cloud.trouble = (batch, carryOut) -> {
            sent.add(batch.items().stream().map(PlanItem::label).collect(Collectors.joining(" ")));
            return null;
        };
        return sent;
    }

    private Plan move(int count) {
        cloud.with(Fleet.devices(count, Fleet.LINE_1));
        return planner.assign(all(), Fleet.LINE_2);
    }

    private List<Device> all() {
        return List.copyOf(cloud.devices.values());
    }

    private Report apply(Plan plan, UnaryOperator<ApplyOptions> wanted) {
        return applier().apply(plan, wanted.apply(ApplyOptions.defaults()), log, control);
    }

    private Applier applier() {
        return new Applier(same -> cloud, new Somebody(), Journal.none(), Plans.NOW, timing);
    }

    private final class Somebody implements Confirmation {
        @Override
        public boolean confirm(Question question) {
            questions.add(question.text());
            return true;
        }

        @Override
        public boolean canAsk() {
            return true;
        }

        @Override
        public boolean goOn(Question question) {
            questions.add(question.text());
            return answer;
        }
    }
}
