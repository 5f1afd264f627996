package io.impsh.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.LogEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StoredLogTest {
    private final FakeCare care = new FakeCare();

    @Test
    void onePageIsEnoughWhenItGoesBackFarEnough() {
        log(150);

        StoredLog.Reading reading = care.storedLog("d").read(care.now.minusSeconds(50));

        assertThat(reading.newestFirst()).hasSize(100);
        assertThat(reading.toEnd()).isFalse();
    }

    @Test
    void goesOnToTheEnd() {
        log(250);

        StoredLog.Reading reading = care.storedLog("d").read(FakeCare.START);

        assertThat(texts(reading)).hasSize(250).endsWith("line 2", "line 1");
        assertThat(reading.toEnd()).isTrue();
        assertThat(reading.isFull()).isTrue();
    }

    @Test
    void anEmptyLogHasNothing() {
        StoredLog.Reading reading = care.storedLog("d").read(FakeCare.START);

        assertThat(reading.newestFirst()).isEmpty();
        assertThat(reading.oldest()).isNull();
        assertThat(reading.isFull()).isFalse();
    }

    @Test
    void whatIsLoggedBetweenTwoPagesShiftsThem() {
        log(150);
        int[] pages = {0};
        care.beforePage = () -> log(pages[0]++ == 1 ? 7 : 0);

        assertThat(texts(care.storedLog("d").read(FakeCare.START))).hasSize(150).doesNotHaveDuplicates();
    }

    @Test
    void linesThatAreAllAlikeAreNotTakenForAShift() {
        for (int i = 0; i < 150; i++) {
            care.logged("alike");
        }
        care.pass(1);
        care.logged("another");

        assertThat(texts(care.storedLog("d").read(FakeCare.START))).hasSize(151);
    }

    /** The log grows by some lines before some pages; what is read is what was in the log, without a hole. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsReadIsThePresentEndOfTheLog(long seed) {
        for (int run = 0; run < 200; run++) {
            Random random = new Random(seed * 1000 + run);
            FakeCare grown = new FakeCare();
            grown.pageSize = 40;
            burst(grown, random, 60 + random.nextInt(200));
            grown.beforePage = () -> burst(grown, random, random.nextInt(4) == 0 ? random.nextInt(7) : 0);

            List<LogEntry> read =
                    new ArrayList<>(grown.storedLog("d").read(FakeCare.START).newestFirst());

            Collections.reverse(read);
            assertThat(grown.log.size() - read.size())
                    .as("seed " + seed + " run " + run)
                    .isBetween(0, 50);
            assertThat(grown.log.subList(0, read.size()))
                    .as("seed " + seed + " run " + run)
                    .isEqualTo(read);
        }
    }

    private static void burst(FakeCare care, Random random, int lines) {
        List<String> texts = List.of("tick", "tock", "the temperature is 21.5");
        for (int i = 0; i < lines; i++) {
            care.pass(random.nextInt(3) == 0 ? random.nextInt(4) : 0);
            care.logged(texts.get(random.nextInt(texts.size())));
        }
    }

    private void log(int lines) {
        for (int i = 0; i < lines; i++) {
            care.pass(1000);
            care.logged("line " + (care.log.size() + 1));
        }
    }

    private static List<String> texts(StoredLog.Reading reading) {
        return reading.newestFirst().stream().map(LogEntry::message).toList();
    }
}
