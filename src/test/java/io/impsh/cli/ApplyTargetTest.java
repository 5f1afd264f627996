package io.impsh.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import io.impsh.bulk.Plan;
import io.impsh.bulk.PlanFile;
import io.impsh.bulk.SampleJournals;
import io.impsh.library.UsageException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyTargetTest {
    @TempDir
    Path home;

    private SampleJournals sample;
    private Plan plan;
    private Path file;

    @BeforeEach
    void savedPlan() throws Exception {
        sample = new SampleJournals(home);
        plan = sample.plan();
        file = Files.writeString(home.resolve("move.json"), PlanFile.text(plan));
    }

    private ApplyTarget of(String what) {
        return ApplyTarget.of(what, sample.journals());
    }

    @Test
    void aFileIsAppliedFromItsBeginning() {
        assertThat(of(file.toString())).isEqualTo(new ApplyTarget(true, null));
    }

    @Test
    void aFileWhosePlanWasBegunIsGoneOnWith() {
        sample.stop(plan);
        ApplyTarget target = of(file.toString());
        assertThat(target.isFile()).isTrue();
        assertThat(target.begun().id()).isEqualTo(plan.id());
    }

    @Test
    void aFileWhosePlanIsCompleteIsAppliedAgain() {
        sample.complete(plan);
        assertThat(of(file.toString())).isEqualTo(new ApplyTarget(true, null));
    }

    @Test
    void anIdOrWhatItBeginsWithIsResumed() {
        sample.stop(plan);
        ApplyTarget target = of(plan.id().substring(0, 4));
        assertThat(target.isFile()).isFalse();
        assertThat(target.begun().id()).isEqualTo(plan.id());
    }

    @Test
    void aFileThatIsNotThereIsWrongUsageWithTheNearestOne() {
        assertWrong(
                home.resolve("mve.json").toString(),
                "there is no file '" + home.resolve("mve.json") + "'; did you mean " + file + "?",
                "impsh plan EXPR --out FILE makes one");
        assertWrong("no/such", "there is no file 'no/such'", "impsh plan EXPR --out FILE makes one");
    }

    @Test
    void anIdThatIsNotThereIsWrongUsage() {
        assertWrong(
                "zzzzzz",
                "there is no file and no plan 'zzzzzz'",
                "impsh -e 'plans.list()' lists the plans that were begun");
    }

    @Test
    void aFolderIsNoPlan() {
        assertThatThrownBy(() -> of(home.toString()))
                .isInstanceOf(UserException.class)
                .hasMessage("'" + home + "' is a folder, and no plan");
    }

    private void assertWrong(String what, String message, String hint) {
        assertThatThrownBy(() -> of(what))
                .isInstanceOfSatisfying(
                        UsageException.class, wrong -> assertThat(wrong.hint()).isEqualTo(hint))
                .hasMessage(message);
    }
}
