package io.impsh.bulk;

import static io.impsh.bulk.ApplierTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Journals are not lost without a word: by tidying up, by another version, or by somebody who removes them. */
class KeptJournalsTest {
    @TempDir
    private Path state;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(state);
    }

    @Test
    void whatCannotBeReadIsNeitherRemovedNorWrittenOver() throws IOException {
        Plan plan = shop.move(2);
        shop.apply(plan);
        String whole = Files.readString(shop.file(plan));
        shop.clock = Clock.offset(Plans.LATER, Duration.ofDays(100));
        for (String damaged :
                new String[] {whole.replace("\"version\":1", "\"version\":2"), whole + "\0\0\n\0\0\n", "\0\0\n" + whole
                }) {
            Files.writeString(shop.file(plan), damaged);
            Plan other = shop.planner().assign(List.copyOf(shop.cloud.devices.values()), Fleet.LINE_3);
            shop.apply(other);
            assertThat(shop.file(plan)).hasContent(damaged);
            assertThat(Shop.refusal(() -> shop.apply(plan)))
                    .isEqualTo("BAD_PLAN: plan " + plan.id() + " may have been begun before: " + shop.file(plan)
                            + " is damaged, or of a later version (look at what was done in the cloud, then move that "
                            + "file away)");
            assertThat(shop.file(plan)).hasContent(damaged);
        }
    }

    @Test
    void oneThatIsRemovedMeanwhileStopsTheRun() throws IOException {
        Plan plan = shop.move(300);
        shop.cloud.trouble = (batch, carryOut) -> {
            remove(shop.file(plan));
            return null;
        };
        Report report = shop.apply(plan);
        assertThat(shop.cloud.writes()).containsExactly("move 100 devices");
        assertThat(report.counts()).containsEntry(Outcome.DONE, 100).containsEntry(Outcome.SKIPPED, 200);
        assertThat(report.stopped())
                .isEqualTo("the journal cannot be written: " + shop.file(plan) + ": it was removed");
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFolderBehindALinkIsAsGood() throws IOException {
        Path real = Files.createDirectory(state.resolve("real"));
        Files.createSymbolicLink(shop.folder, real);
        Plan plan = shop.move(2);
        shop.control.stopStarting();
        shop.apply(plan);
        shop.control = new ApplyControl();
        assertThat(real.resolve(plan.id() + ".ndjson")).exists();
        assertThat(text(shop.resume(plan))).isEqualTo("DONE=2");
    }

    @Test
    void whatADryRunHasImaginedIsNeitherAppliedNorSaved() {
        String id = "00000000-0000-0000-0000-000000000001";
        DeviceGroup imagined = Fleet.group(id, DeviceGroupType.DEVELOPMENT);
        shop.cloud.with(Fleet.devices(2, Fleet.LINE_1));
        shop.cloud.with(imagined);
        Plan plan = shop.planner().assign(List.copyOf(shop.cloud.devices.values()), imagined);
        assertThat(new EntityRef(imagined.ref().type(), id)).isEqualTo(imagined.ref());
        String refusal = "DRY_PLAN: the plan was made in a dry run and is about what was never made: " + id
                + " (make those first, then the plan, without --dry-run)";
        assertThat(Shop.refusal(() -> shop.apply(plan))).isEqualTo(refusal);
        assertThat(Shop.refusal(() -> PlanFile.text(plan))).isEqualTo(refusal);
        assertThat(shop.cloud.writes()).isEmpty();
        shop.cloud.dryRun = true;
        assertThat(text(shop.apply(plan))).isEqualTo("PLANNED=2");
    }
}
