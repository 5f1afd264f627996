package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationTest {
    @TempDir
    private Path state;

    private Shop shop;

    @Test
    void completeOnesGoAfterNinetyDaysAndUnfinishedOnesNever() throws IOException {
        shop = new Shop(state);
        Plan complete = applied();
        Plan twice = applied();
        shop.apply(twice);
        shop.control.stopStarting();
        Plan stopped = applied();
        shop.control = new ApplyControl();
        Files.writeString(shop.folder.resolve("abc123.ndjson"), "{\"record\":\"plan\",\"ver");
        Files.writeString(shop.folder.resolve("notes.txt"), "mine");
        assertThat(shop.journals().list()).hasSize(4);
        shop.clock = Clock.offset(Plans.LATER, Duration.ofDays(89));
        Plan later = applied();
        assertThat(shop.journals().list()).hasSize(5);
        assertThat(shop.folder.resolve("abc123.ndjson")).doesNotExist();
        shop.clock = Clock.offset(Plans.LATER, Duration.ofDays(91));
        PlanLock held =
                PlanLock.take(shop.folder.resolve(complete.id() + ".lock")).orElseThrow();
        Plan last = applied();
        assertThat(shop.journals().list())
                .extracting(JournalledPlan::id)
                .containsExactlyInAnyOrder(complete.id(), stopped.id(), later.id(), last.id());
        held.close();
        Plan veryLast = applied();
        assertThat(shop.journals().list())
                .extracting(JournalledPlan::id)
                .containsExactlyInAnyOrder(stopped.id(), later.id(), last.id(), veryLast.id());
        assertThat(shop.folder.resolve("notes.txt")).exists();
        assertThat(shop.folder.resolve(twice.id() + ".lock")).doesNotExist();
    }

    @Test
    void theOldestGoWhenThereIsTooMuch() {
        shop = new Shop(state);
        Plan[] plans = new Plan[5];
        for (int i = 0; i < plans.length; i++) {
            shop.clock = Clock.offset(Plans.LATER, Duration.ofDays(i));
            plans[i] = applied();
        }
        long size = shop.file(plans[0]).toFile().length();
        new Rotation(shop.folder, shop.clock, 3 * size + 10)
                .rotate(JournalFile.of(shop.file(plans[4])).orElseThrow());
        assertThat(shop.journals().list())
                .extracting(JournalledPlan::id)
                .isEqualTo(List.of(plans[4].id(), plans[3].id(), plans[2].id()));
    }

    private Plan applied() {
        shop.cloud.devices.clear();
        Plan plan = shop.move(2);
        shop.apply(plan);
        return plan;
    }
}
