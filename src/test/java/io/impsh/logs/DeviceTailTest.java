package io.impsh.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class DeviceTailTest {
    private final FakeCare care = new FakeCare();
    private final ToldLines told = new ToldLines();
    private final DeviceTail tail = new DeviceTail(Devices.device(FakeCare.DEVICE), care);

    @Test
    void whatIsLiveIsToldOnceThoughItIsInTheStoredLogToo() {
        follow(told, null);
        tail.live();
        live("one");
        tail.read();
        live("two");

        assertThat(told.texts()).containsExactly("one", "two");
        assertThat(tail.isLive()).isTrue();
        assertThat(care.filling).isZero();
    }

    @Test
    void nothingOlderThanTheBeginningIsTold() {
        care.logged("old");
        care.pass(1);
        follow(told, null);
        care.logged("between");
        care.pass(1);
        tail.live();
        tail.read();

        assertThat(told.texts()).containsExactly("between");
    }

    @Test
    void forTheBeginningTheNewestPageIsEnough() {
        follow(told, null);
        for (int i = 1; i <= 350; i++) {
            care.logged("line " + i);
            care.pass(1);
        }
        tail.live();
        live("live");
        care.pages = 0;
        assertThat(tail.read()).isEqualTo(Sampler.NEVER);

        assertThat(care.pages).isEqualTo(1);
        // Not all lines of the time stamp that the page begins in may be on it.
        assertThat(told.texts()).hasSize(99).startsWith("line 253").endsWith("line 350", "live");
        assertThat(told.events()).isEmpty();
    }

    @Test
    void heldLinesOfMoreThanAPageComeFromTheBeginning() {
        follow(told, null);
        tail.live();
        for (int i = 1; i <= 350; i++) {
            live("line " + i);
            care.pass(i % 3 == 0 ? 1 : 0);
        }
        tail.read();

        assertThat(told.texts()).hasSize(350).startsWith("line 1", "line 2").endsWith("line 350");
        assertThat(told.events()).isEmpty();
    }

    @Test
    void moreLinesThanCanBeHeldAreAGapAndLiveLinesGoOn() {
        follow(told, null);
        tail.live();
        tail.read();
        live("one");
        Instant last = care.now;
        tail.notLive();
        care.pass(1000);
        care.logged("missed");
        care.pass(1000);
        tail.live();
        Instant first = care.now;
        for (int i = 2; i <= 10_002; i++) {
            live("line " + i);
        }

        assertThat(told.texts()).hasSize(10_002).startsWith("one", "line 2").endsWith("line 10002");
        assertThat(told.events())
                .containsExactly(new LogEvent.Gap(
                        tail.device(), last, first, "more lines came than could be held until it was read"));
        assertThat(tail.isFilling()).isFalse();
    }

    @Test
    void sinceTellsStoredLinesFirst() {
        care.logged("old");
        care.pass(60_000);
        care.logged("stored");
        care.pass(60_000);
        follow(told, FakeCare.START.plusSeconds(30));
        tail.live();
        live("live");
        tail.read();

        assertThat(told.texts()).containsExactly("stored", "live");
    }

    /** Not after a whole fleet that is sampled. */
    @Test
    void storedLinesThatSomebodyWaitsForAreReadAtOnce() {
        follow(told, null);
        tail.notLive();
        follow(new ToldLines(), FakeCare.START);

        assertThat(care.asked).containsExactly("read", "read at once");
    }

    @Test
    void aSampledDeviceIsReadAgainAndAgain() {
        follow(told, null);
        tail.notLive();
        care.logged("one");
        assertThat(tail.read()).isEqualTo(Duration.ofSeconds(10).toNanos());
        care.pass(10_000);
        care.logged("two");
        care.logged("two");
        tail.read();
        tail.read();

        assertThat(told.texts()).containsExactly("one", "two", "two");
        assertThat(tail.isSampled()).isTrue();
    }

    @Test
    void whatWasMissedWhileTheLinkWasLostComesBeforeWhatIsLiveAgain() {
        follow(told, null);
        tail.live();
        tail.read();
        live("one");
        tail.notLive();
        care.logged("missed");
        assertThat(tail.isAway()).isTrue();
        tail.live();
        care.pass(1);
        live("two");
        tail.read();

        assertThat(told.texts()).containsExactly("one", "missed", "two");
        assertThat(tail.isAway()).isFalse();
    }

    @Test
    void equalLinesOfOneMillisecondAreCounted() {
        follow(told, null);
        tail.live();
        tail.read();
        live("same");
        tail.notLive();
        care.logged("same");
        tail.live();
        live("same");
        care.pass(2);
        tail.read();
        live("same");

        assertThat(told.texts()).containsExactly("same", "same", "same", "same");
    }

    @Test
    void linesThatCameWithTheStreamLaterThanTheyWereReadAreNotToldAgain() {
        follow(told, null);
        tail.live();
        List<LogEntry> onTheWay = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            onTheWay.add(care.logged("line " + i));
            care.pass(10_000);
        }
        tail.read();
        assertThat(told.texts()).hasSize(5);
        onTheWay.forEach(tail::line);

        assertThat(told.texts()).containsExactly("line 1", "line 2", "line 3", "line 4", "line 5");
    }

    @Test
    void aSecondFollowerGetsOldLinesAndTheFirstOneNoneTwice() {
        ToldLines second = new ToldLines();
        follow(told, null);
        tail.live();
        tail.read();
        live("one");
        care.pass(5000);
        live("two");

        follow(second, FakeCare.START);
        live("three");
        assertThat(told.texts()).containsExactly("one", "two");
        tail.read();

        assertThat(told.texts()).containsExactly("one", "two", "three");
        assertThat(second.texts()).containsExactly("one", "two", "three");
    }

    @Test
    void aSecondFollowerOfNewLinesGetsThoseOnlyAndNothingIsReadForHim() {
        ToldLines second = new ToldLines();
        follow(told, FakeCare.START);
        tail.live();
        tail.read();
        live("one");
        follow(second, null);
        live("two");

        assertThat(told.texts()).containsExactly("one", "two");
        assertThat(second.texts()).containsExactly("two");
    }

    @Test
    void oneWhoStopsIsToldNothingMoreAndTheOtherGoesOn() {
        ToldLines second = new ToldLines();
        TailReader first = follow(told, null);
        follow(second, null);
        tail.live();
        tail.read();
        live("one");
        assertThat(tail.detach(first)).isFalse();
        live("two");

        assertThat(told.texts()).containsExactly("one");
        assertThat(second.texts()).containsExactly("one", "two");
    }

    @Test
    void linesWithoutATimeAreToldAsTheyCome() {
        follow(told, null);
        tail.live();
        tail.read();
        LogEntry timeless = new LogEntry(FakeCare.DEVICE, null, "development", "server.log", "when?");
        care.log.add(timeless);
        tail.line(timeless);
        tail.line(timeless);
        tail.notLive();
        tail.read();

        assertThat(told.texts()).containsExactly("when?", "when?");
    }

    @Test
    void aFillThatFailsIsTriedAgainAndLiveLinesWait() {
        follow(told, null);
        tail.live();
        care.failures = 2;
        care.logged("missed");
        care.pass(2);
        live("live");

        assertThat(tail.read()).isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(tail.read()).isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(told.texts()).isEmpty();
        assertThat(tail.read()).isEqualTo(Sampler.NEVER);
        assertThat(told.texts()).containsExactly("missed", "live");
        assertThat(told.events()).isEmpty();
    }

    @Test
    void aFillThatFailsForTooLongIsAGapAndLiveLinesGoOn() {
        follow(told, null);
        tail.live();
        tail.read();
        live("one");
        Instant last = care.now;
        tail.notLive();
        care.pass(1000);
        care.logged("missed");
        care.pass(1000);
        tail.live();
        live("two");
        care.failures = 1;
        care.patience = Duration.ZERO;

        assertThat(tail.read()).isEqualTo(Sampler.NEVER);
        live("three");

        assertThat(told.texts()).containsExactly("one", "two", "three");
        assertThat(told.events())
                .containsExactly(new LogEvent.Gap(
                        tail.device(), last, care.now, "its stored log cannot be read: the network is down"));
    }

    @Test
    void whatTheServiceDoesNotKeepIsAGap() {
        care.kept = 10;
        follow(told, null);
        tail.notLive();
        care.logged("one");
        Instant last = care.now;
        tail.read();
        care.pass(10_000);
        for (int i = 2; i <= 21; i++) {
            care.logged("line " + i);
            care.pass(1000);
        }
        tail.read();

        assertThat(told.texts())
                .containsExactly(
                        "one", "line 12", "line 13", "line 14", "line 15", "line 16", "line 17", "line 18", "line 19",
                        "line 20", "line 21");
        assertThat(told.events())
                .containsExactly(new LogEvent.Gap(
                        tail.device(), last, FakeCare.START.plusSeconds(20), "the service keeps no older lines"));
    }

    @Test
    void aGapEndsWhereLiveLinesBegan() {
        care.kept = 10;
        follow(told, null);
        tail.live();
        tail.read();
        live("one");
        Instant last = care.now;
        tail.notLive();
        care.pass(10_000);
        care.logged("missed");
        care.pass(10_000);
        tail.live();
        Instant first = care.now;
        for (int i = 2; i <= 21; i++) {
            live("line " + i);
            care.pass(1000);
        }
        tail.read();

        assertThat(told.texts())
                .hasSize(21)
                .startsWith("one", "line 2", "line 3")
                .endsWith("line 21");
        assertThat(told.events())
                .containsExactly(new LogEvent.Gap(tail.device(), last, first, "the service keeps no older lines"));
    }

    @Test
    void linesThatGrewOldAreNoGap() {
        care.logged("one");
        follow(told, FakeCare.START);
        tail.notLive();
        tail.read();
        care.pass(86_400_000);
        care.log.clear();
        assertThat(told.texts()).containsExactly("one");
        tail.read();
        care.pass(1000);
        care.logged("two");
        tail.read();

        assertThat(told.texts()).containsExactly("one", "two");
        assertThat(told.events()).isEmpty();
    }

    @Test
    void aLiveDeviceWhoseLinesDoNotComeIsSubscribedAgain() {
        follow(told, null);
        tail.live();
        tail.read();
        care.logged("unheard");
        care.pass(60_000);
        tail.look();
        assertThat(tail.read()).isEqualTo(Sampler.NEVER);

        assertThat(told.texts()).containsExactly("unheard");
        assertThat(care.asked).endsWith("renew");
    }

    @Test
    void aLineThatIsOnItsWayIsNoReasonToSubscribeAgain() {
        follow(told, null);
        tail.live();
        tail.read();
        LogEntry onItsWay = care.logged("one");
        care.pass(100);
        tail.look();
        tail.read();
        tail.line(onItsWay);

        assertThat(told.texts()).containsExactly("one");
        assertThat(care.asked).doesNotContain("renew");
    }

    /** Any order of what can happen; texts and times are often alike, and the log grows while it is read. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void eachLineIsToldOnceAndInOrderWhateverHappens(long seed) {
        for (int run = 0; run < 60; run++) {
            new History(seed * 1000 + run, Integer.MAX_VALUE).pass(40).isComplete();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatTheServiceDroppedIsNamedAndTheRestToldOnceAndInOrder(long seed) {
        for (int run = 0; run < 60; run++) {
            new History(seed * 1000 + run, 100).pass(40).isCompleteButForNamedGaps();
        }
    }

    private TailReader follow(ToldLines follower, Instant since) {
        return follow(tail, care, follower, since);
    }

    private static TailReader follow(DeviceTail tail, FakeCare care, ToldLines follower, Instant since) {
        Followed what = new Followed(List.of(), List.of(), since);
        TailReader reader = new TailReader(
                new DeviceFollowing(what, follower, null, care.now), since == null ? care.now : since, since == null);
        tail.attach(reader);
        return reader;
    }

    private void live(String text) {
        tail.line(care.logged(text));
    }

    /** One device's fate: bursts of lines, links that break, readings that fail or take long. */
    private static final class History {
        private static final List<String> TEXTS = List.of("tick", "tock", "the temperature is 21.5");

        private final Random random;
        private final FakeCare care = new FakeCare();
        private final ToldLines told = new ToldLines();
        private final ToldLines later = new ToldLines();
        private final DeviceTail tail = new DeviceTail(Devices.device(FakeCare.DEVICE), care);
        private final List<LogEntry> all = new ArrayList<>();
        private final List<LogEntry> onTheWay = new ArrayList<>();
        private final String name;
        private boolean isSubscribed;
        private boolean isReading;
        private boolean isFollowedTwice;

        History(long seed, int kept) {
            random = new Random(seed);
            name = "seed " + seed;
            care.kept = kept;
            care.pageSize = 40;
            care.beforePage = this::meanwhile;
            care.logged("before");
            care.pass(5000);
            follow(tail, care, told, care.now);
            tail.notLive();
        }

        History pass(int steps) {
            for (int step = 0; step < steps; step++) {
                step();
            }
            care.beforePage = () -> {};
            care.pass(2);
            read();
            return this;
        }

        private void step() {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> burst(random.nextInt(30));
                case 4 -> burst(1 + random.nextInt(3));
                case 5 -> care.pass(random.nextInt(4) * 1500L);
                case 6 -> subscribe();
                case 7 -> lose();
                case 8 -> arrive(onTheWay.size());
                case 9 -> fail();
                case 10 -> followLater();
                default -> read();
            }
        }

        private void followLater() {
            if (!isFollowedTwice) {
                isFollowedTwice = true;
                follow(tail, care, later, FakeCare.START.plusSeconds(5));
                care.pass(2);
            }
        }

        private void burst(int lines) {
            for (int i = 0; i < lines; i++) {
                if (care.kept < Integer.MAX_VALUE) {
                    care.pass(1 + random.nextInt(4));
                } else if (random.nextInt(3) == 0) {
                    care.pass(random.nextInt(4));
                }
                LogEntry entry = care.logged(TEXTS.get(random.nextInt(TEXTS.size())));
                all.add(entry);
                if (isSubscribed) {
                    onTheWay.add(entry);
                }
            }
            if (random.nextBoolean()) {
                arrive(onTheWay.size());
            }
        }

        private void arrive(int lines) {
            for (int i = 0; i < lines; i++) {
                tail.line(onTheWay.remove(0));
            }
        }

        private void subscribe() {
            arrive(onTheWay.size());
            isSubscribed = true;
            tail.live();
            burst(random.nextInt(5));
            // What is read then is asked for when the subscription's millisecond is over.
            care.pass(2);
        }

        /** What was on the way is gone with the link. */
        private void lose() {
            arrive(random.nextInt(onTheWay.size() + 1));
            onTheWay.clear();
            isSubscribed = false;
            tail.notLive();
        }

        private void fail() {
            care.failures = 1;
            read();
            care.failures = 0;
        }

        private void read() {
            isReading = true;
            long again = tail.read();
            isReading = false;
            if (again == 0) {
                read();
            }
        }

        private void meanwhile() {
            if (isReading && random.nextInt(5) == 0) {
                care.pass(random.nextInt(2));
                burst(1 + random.nextInt(6));
            }
        }

        void isComplete() {
            arrive(onTheWay.size());
            assertThat(difference(told.entries())).as(name).isEmpty();
            assertThat(told.events()).as(name).isEmpty();
            if (isFollowedTwice) {
                assertThat(difference(later.entries()))
                        .as(name + ", the second")
                        .isEmpty();
            }
        }

        /** Where what was told is not what was logged; empty if nowhere. */
        private String difference(List<LogEntry> lines) {
            int at = 0;
            while (at < lines.size() && at < all.size() && lines.get(at).equals(all.get(at))) {
                at++;
            }
            return at == lines.size() && at == all.size()
                    ? ""
                    : "after " + at + " lines: told " + short5(lines, at) + " of " + lines.size() + ", logged "
                            + short5(all, at) + " of " + all.size();
        }

        private static List<String> short5(List<LogEntry> lines, int at) {
            return lines.stream()
                    .skip(at)
                    .limit(5)
                    .map(line -> Duration.between(FakeCare.START, line.time()).toMillis() + " " + line.message())
                    .toList();
        }

        void isCompleteButForNamedGaps() {
            arrive(onTheWay.size());
            assertThat(told.entries()).as(name).doesNotHaveDuplicates();
            List<LogEntry> lines = told.entries();
            int at = 0;
            int holes = 0;
            for (LogEntry entry : all) {
                if (at < lines.size() && lines.get(at).equals(entry)) {
                    at++;
                } else {
                    holes++;
                }
            }
            assertThat(at).as(name + ": no line twice, none out of order").isEqualTo(lines.size());
            if (told.events().isEmpty()) {
                assertThat(holes).as(name + ": no gap was named").isZero();
            }
        }
    }
}
