package io.impsh.bulk;

import static io.impsh.bulk.ApplierTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.impsh.bulk.JournalledPlan.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full disks, damaged files, clocks that jump, logins and groups that go in the middle. */
class JournalTroubleTest {
    @TempDir
    private Path state;

    private Shop shop() {
        return new Shop(state);
    }

    @Test
    void aFullDiskStopsBeforeTheNextRequestAndIsTakenUpLater() throws IOException {
        Shop shop = shop();
        Plan plan = shop.move(300);
        shop.apply(plan.where(item -> false));
        Shop rehearsal = new Shop(state.resolve("rehearsal"));
        Plan same = rehearsal.move(300);
        rehearsal.apply(same);
        List<String> lines = rehearsal.lines(same);
        long untilSecondRequest = 0;
        for (String line : lines.subList(0, 1 + 300 + 1 + 2)) {
            untilSecondRequest += line.getBytes(StandardCharsets.UTF_8).length + 1;
        }
        shop.opener = KilledMedium.fullAfter(untilSecondRequest + 10);
        Report report = shop.apply(plan);
        assertThat(shop.cloud.writes()).containsExactly("move 100 devices");
        assertThat(report.counts()).containsEntry(Outcome.DONE, 100).containsEntry(Outcome.SKIPPED, 200);
        assertThat(report.stopped())
                .isEqualTo("the journal cannot be written: " + shop.file(plan) + ": No space left on device");
        assertThat(shop.records(plan)).containsExactly("plan", "begin", "before", "after");
        shop.opener = Medium::file;
        assertThat(shop.journalled(plan).status()).isEqualTo(Status.INTERRUPTED);
        assertThat(text(shop.resume(plan))).isEqualTo("DONE=300");
        assertThat(shop.cloud.timesChanged.values()).containsOnly(1);
    }

    @Test
    void aDiskThatIsFullAtTheBeginningKeepsEverythingFromBeingSent() {
        Shop shop = shop();
        Plan plan = shop.move(300);
        shop.opener = KilledMedium.fullAfter(5000);
        assertThat(Shop.refusal(() -> shop.apply(plan)))
                .isEqualTo("JOURNAL_FAILED: " + shop.file(plan)
                        + ": No space left on device (set IMPSH_HOME to a folder that "
                        + "can be written and has room)");
        assertThat(shop.cloud.requests).isEmpty();
        assertThat(shop.file(plan)).doesNotExist();
        shop.opener = Medium::file;
        assertThat(text(shop.apply(plan))).isEqualTo("DONE=300");
    }

    @Test
    void withoutAFolderNothingIsSent() throws IOException {
        Shop shop = shop();
        Plan plan = shop.move(2);
        Files.writeString(state.resolve("plans"), "a file is in the way");
        assertThat(Shop.refusal(() -> shop.apply(plan))).startsWith("JOURNAL_FAILED: the journal cannot be begun: ");
        Journals nowhere = new Journals(Optional::empty, Shop.OPERATOR);
        Applier applier =
                new Applier(same -> shop.cloud, question -> true, nowhere.journal(), Plans.NOW, new FakeTiming());
        assertThat(Shop.refusal(
                        () -> applier.apply(plan, ApplyOptions.defaults(), ApplyListener.none(), new ApplyControl())))
                .isEqualTo("JOURNAL_FAILED: there is no folder for the journal, without which no plan is applied (set "
                        + "IMPSH_HOME to a folder that can be written and has room)");
        assertThat(nowhere.list()).isEmpty();
        assertThat(shop.cloud.requests).isEmpty();
    }

    /** A real one, where such a thing may be mounted. */
    @Test
    void aSmallDiskFillsUp() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(state.resolve("disk"));
        assumeTrue(succeeds("mount", "-t", "tmpfs", "-o", "size=52k", "tmpfs", disk.toString()));
        try {
            Shop shop = new Shop(disk);
            Plan plan = shop.move(150);
            Plan renames =
                    shop.planner().rename(List.copyOf(shop.cloud.devices.values()), device -> "new " + device.id());
            Report report = shop.apply(renames);
            assertThat(report.stopped())
                    .isEqualTo("the journal cannot be written: " + shop.file(renames) + ": No space left on device");
            int done = report.counts().get(Outcome.DONE);
            assertThat(done).isBetween(1, 149);
            assertThat(report.counts()).containsEntry(Outcome.SKIPPED, 150 - done);
            assertThat(shop.cloud.writes()).hasSize(done);
            assertThat(Shop.refusal(() -> shop.apply(plan))).startsWith("JOURNAL_FAILED: ");
            assertThat(succeeds("mount", "-o", "remount,size=900k", disk.toString()))
                    .isTrue();
            assertThat(text(shop.resume(renames))).isEqualTo("DONE=150");
            assertThat(shop.cloud.timesChanged.values()).containsOnly(1);
        } finally {
            succeeds("umount", disk.toString());
        }
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void whatIsDamagedInTheMiddleIsRefusedWithItsLine() throws IOException {
        Shop shop = shop();
        Plan plan = shop.move(2);
        shop.apply(plan);
        String whole = Files.readString(shop.file(plan));
        String hint =
                " (what the lines before it say can be read with jq; what it was about has to be looked at in the cloud)";
        Files.writeString(shop.file(plan), whole.replace("{\"record\":\"before\"", "{\"rec"));
        assertThat(Shop.refusal(() -> shop.resume(plan)))
                .startsWith("BAD_PLAN: " + shop.file(plan) + ", line 5: it is damaged: ")
                .endsWith(hint);
        Files.writeString(shop.file(plan), whole.replace("{\"record\":\"before\"", "{\"record\":\"tea\""));
        assertThat(Shop.refusal(() -> shop.journalled(plan).report()))
                .isEqualTo(
                        "BAD_PLAN: " + shop.file(plan) + ", line 5: unknown record 'tea'; known are plan, item, begin, "
                                + "before, after, settled, end" + hint);
        Files.writeString(shop.file(plan), whole.replace("\"outcome\":\"done\"", "\"outcome\":\"done\",\"colour\":1"));
        assertThat(Shop.refusal(() -> shop.journalled(plan).report()))
                .isEqualTo("BAD_PLAN: " + shop.file(plan) + ", line 7: unknown field colour" + hint);
        assertThat(shop.cloud.writes()).hasSize(1);
        Files.writeString(shop.file(plan), whole);
        assertThat(shop.journalled(plan).status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void aLastLineThatIsCutOrGarbledIsAsIfItHadNotBeenWritten() throws IOException {
        for (String end : List.of("{\"record\":\"end\",\"at", "\0\0\0\0", "\0\0\0}\n")) {
            Shop shop = new Shop(state.resolve("end " + end.length()));
            Plan plan = shop.move(2);
            shop.apply(plan);
            String whole = Files.readString(shop.file(plan));
            String cut = whole.substring(0, whole.indexOf("{\"record\":\"settled\""));
            Files.writeString(shop.file(plan), cut);
            Files.writeString(shop.file(plan), end, StandardOpenOption.APPEND);
            assertThat(shop.journalled(plan).status()).isEqualTo(Status.INTERRUPTED);
            assertThat(text(shop.journalled(plan).report()))
                    .isEqualTo("\nd1 UNKNOWN " + PastResults.NO_OUTCOME + "\nd2 UNKNOWN " + PastResults.NO_OUTCOME);
            assertThat(text(shop.resume(plan))).isEqualTo("DONE=2");
            assertThat(shop.records(plan))
                    .containsExactly("plan", "begin", "before", "after", "begin", "settled", "end");
            assertThat(shop.cloud.timesChanged.values()).containsOnly(1);
        }
    }

    @Test
    void aClockThatJumpsChangesNothingButTheTimes() {
        Shop shop = shop();
        Plan plan = shop.move(250);
        shop.clock = new JumpingClock();
        shop.cloud.trouble = (batch, carryOut) -> {
            shop.control.stopStarting();
            return null;
        };
        assertThat(shop.apply(plan).counts()).containsEntry(Outcome.DONE, 100);
        shop.cloud.trouble = null;
        shop.control = new ApplyControl();
        assertThat(text(shop.resume(plan))).isEqualTo("DONE=250");
        assertThat(shop.cloud.timesChanged.values()).containsOnly(1);
        assertThat(shop.journals().list()).extracting(JournalledPlan::status).containsExactly(Status.COMPLETE);
        assertThat(shop.apply(shop.planner().undo(shop.journalled(plan))).counts())
                .containsEntry(Outcome.DONE, 250);
    }

    /** Shows some other year each time. */
    private static final class JumpingClock extends Clock {
        private final Iterator<Integer> years = new Random(3).ints(1971, 2100).iterator();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.parse(years.next() + "-01-01T00:00:00Z");
        }
    }

    @Test
    void aLoginThatIsRevokedInTheMiddleLeavesWhatCanBeTakenUp() {
        Shop shop = shop();
        Plan plan = shop.move(300);
        shop.cloud.trouble = (batch, carryOut) -> {
            if (shop.cloud.writes().size() < 2) {
                return null;
            }
            carryOut.run();
            shop.cloud.unreachable = true;
            return new Answer.Unanswered("the login is no longer valid", true);
        };
        Report report = shop.apply(plan);
        assertThat(report.stopped()).isEqualTo("the login is no longer valid");
        assertThat(report.counts()).containsEntry(Outcome.UNKNOWN, 200).containsEntry(Outcome.SKIPPED, 100);
        assertThat(shop.journalled(plan).counts()).isEqualTo(report.counts());
        shop.cloud.unreachable = false;
        shop.cloud.trouble = null;
        assertThat(text(shop.resume(plan))).isEqualTo("DONE=300");
        assertThat(shop.cloud.timesChanged.values()).containsOnly(1);
    }

    @Test
    void aGroupThatIsDeletedInTheMiddleFailsWhatWasToGoThere() {
        Shop shop = shop();
        Plan plan = shop.move(300);
        shop.cloud.trouble = (batch, carryOut) -> {
            if (shop.cloud.writes().size() == 1) {
                return null;
            }
            shop.cloud.groups.remove("Line 2");
            return new Answer.Refused("Not Found: no such group", true, List.of());
        };
        Report report = shop.apply(plan);
        assertThat(report.counts())
                .isEqualTo(Map.of(
                        Outcome.DONE,
                        100,
                        Outcome.FAILED,
                        100,
                        Outcome.STALE,
                        0,
                        Outcome.SKIPPED,
                        100,
                        Outcome.UNKNOWN,
                        0,
                        Outcome.PLANNED,
                        0));
        assertThat(report.stopped()).isEqualTo("too many failures");
        Report resumed = shop.resume(plan);
        assertThat(resumed.counts()).isEqualTo(report.counts());
        assertThat(resumed.stopped()).isEqualTo("too many failures");
        assertThat(shop.cloud.writes()).hasSize(2);
        shop.cloud.trouble = null;
        shop.cloud.groups.remove("Line 1");
        Plan undo = shop.planner().undo(shop.journalled(plan));
        assertThat(undo.items()).hasSize(100).allMatch(item -> item.verdict()
                .equals(Verdict.refused("its former group Line 1 is gone")));
        assertThat(shop.apply(undo).counts()).containsEntry(Outcome.SKIPPED, 100);
    }

    @Test
    void whatCouldNotBeLookedAtIsTakenUpOnceItCan() {
        Shop shop = shop();
        Plan plan = shop.move(3);
        shop.cloud.unreachable = true;
        assertThat(text(shop.apply(plan))).isEqualTo("""

                d1 FAILED not sent, its state could not be read: no route to the cloud
                d2 FAILED not sent, its state could not be read: no route to the cloud
                d3 FAILED not sent, its state could not be read: no route to the cloud""");
        shop.cloud.unreachable = false;
        assertThat(text(shop.resume(plan))).isEqualTo("DONE=3");
    }

    @Test
    void anInterruptStopsTheRunAndLeavesTheJournalWhole() throws IOException {
        Shop shop = shop();
        Plan plan = shop.move(3);
        Thread.currentThread().interrupt();
        shop.clock = Plans.NOW;
        Report report = shop.apply(plan);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.counts().get(Outcome.DONE) + report.counts().get(Outcome.SKIPPED))
                .isEqualTo(3);
        assertThat(shop.records(plan)).startsWith("plan", "begin").endsWith("end");
        shop.control = new ApplyControl();
        if (shop.journalled(plan).status() == Status.STOPPED) {
            shop.resume(plan);
        }
        assertThat(shop.journalled(plan).counts()).containsEntry(Outcome.DONE, 3);
    }
}
