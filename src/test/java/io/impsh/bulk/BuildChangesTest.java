package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.Deployment;
import io.impsh.model.EntityRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plans of builds applied: what is sent, what came of it, and what a lost answer leads to. */
class BuildChangesTest {
    private static final ApplyOptions GO_ON = ApplyOptions.defaults().withMaxFailures(Double.POSITIVE_INFINITY);
    private static final Answer LOST = new Answer.Lost("connection reset");

    private final FakeCloud cloud = new FakeCloud().with(Fleet.LINE_1, Fleet.LINE_2);
    private final Planner planner = Plans.planner(cloud);

    BuildChangesTest() {
        for (int number = 1; number <= 4; number++) {
            cloud.with(Fleet.build(
                    "b" + number,
                    "sha" + number,
                    List.of("v" + number),
                    Fleet.LINE_1.ref(),
                    number == 2,
                    Fleet.THEN.plusSeconds(number)));
        }
    }

    @Test
    void flagsAreReadBackFromOneListing() {
        Plan plan = planner.flag(all());
        cloud.requests.clear();
        assertThat(Told.report(apply(plan))).isEqualTo("""
                Flag v1 DONE
                Flag v2 SKIPPED already flagged
                Flag v3 DONE
                Flag v4 DONE
                """);
        assertThat(cloud.requests)
                .containsExactly("flag b1", "flag b3", "flag b4", "read builds devicegroup.id=Line 1");
    }

    @Test
    void whatIsFlaggedMeanwhileIsLeftAloneAndWhatIsGoneIsStale() {
        Plan plan = planner.flag(all());
        cloud.builds.computeIfPresent("b1", (id, old) -> FakeCloud.changed(old, new Change.Flag()));
        cloud.builds.remove("b3");
        assertThat(Told.report(applyLater(plan))).isEqualTo("""
                Flag v1 SKIPPED already so: it is flagged
                Flag v2 SKIPPED already flagged
                Flag v3 STALE it is gone
                Flag v4 DONE
                """);
    }

    @Test
    void tagsThatSomebodyElseChangedAreStale() {
        Plan plan = planner.addTags(all(), List.of("RC"));
        retag("b1", "v1", "other");
        retag("b2", "RC", "v2");
        assertThat(Told.report(applyLater(plan))).isEqualTo("""
                Retag v1 STALE it has the tags v1, other
                Retag v2 SKIPPED already so: it has the tags RC, v2
                Retag v3 DONE
                Retag v4 DONE
                """);
        assertThat(cloud.builds.get("b3").tags()).containsExactly("v3", "RC");
    }

    @Test
    void lostAnswersAboutFlagsAndTagsAreSettledByTheState() {
        loseTheFirst(true);
        assertThat(Told.report(apply(planner.unflag(only("b2"))))).isEqualTo("""
                Unflag v2 DONE
                """);
        loseTheFirst(false);
        assertThat(Told.report(apply(planner.removeTags(only("b2", "b3"), List.of("v2", "v3")))))
                .isEqualTo("""
                Retag v2 DONE
                Retag v3 DONE
                """);
        assertThat(cloud.writes()).containsExactly("unflag b2", "retag b2", "retag b3", "retag b2");
    }

    @Test
    void copiesGoOneAfterTheOtherAndAreReadBack() {
        cloud.concurrency = 4;
        Plan plan = planner.copy(all(), Fleet.LINE_2, true);
        cloud.requests.clear();
        assertThat(Told.report(apply(plan))).isEqualTo("""
                Copy v1 DONE → copy1
                Copy v2 DONE → copy2
                Copy v3 DONE → copy3
                Copy v4 DONE → copy4
                """);
        assertThat(cloud.requests)
                .containsExactly("copy b1", "copy b2", "copy b3", "copy b4", "read builds devicegroup.id=Line 2");
        assertThat(copies()).isEqualTo("""
                copy1 sha1 [v1]
                copy2 sha2 [v2] flagged
                copy3 sha3 [v3]
                copy4 sha4 [v4]
                """);
    }

    @Test
    void aLostCopyIsFoundByCodeAndTimeAndKeepsItsPlace() {
        cloud.concurrency = 4;
        cloud.with(
                Fleet.build("earlier", "sha1", List.of(), Fleet.LINE_2.ref(), false, Fleet.THEN),
                Fleet.build("later", "other", List.of(), Fleet.LINE_2.ref(), false, Fleet.THEN.plusSeconds(1)));
        loseTheFirst(true);
        assertThat(Told.report(apply(planner.copy(only("b1", "b2"), Fleet.LINE_2, false))))
                .isEqualTo("""
                Copy v1 DONE → copy1
                Copy v2 DONE → copy2
                """);
        assertThat(cloud.writes()).containsExactly("copy b1", "copy b2");
    }

    @Test
    void onlyACopyThatHasNotHappenedIsSentAgain() {
        loseTheFirst(false);
        assertThat(Told.report(apply(planner.copy(only("b1", "b2"), Fleet.LINE_2, false))))
                .isEqualTo("""
                Copy v1 DONE → copy1
                Copy v2 DONE → copy2
                """);
        assertThat(cloud.writes()).containsExactly("copy b1", "copy b1", "copy b2");
    }

    @Test
    void aLostCopyAmongOthersOfTheSameCodeIsUnknownAndNotSentAgain() {
        cloud.trouble = (batch, carryOut) -> {
            cloud.trouble = null;
            carryOut.run();
            cloud.copy(cloud.builds.get("b1"), (Change.Copy) batch.change());
            return LOST;
        };
        Report report = apply(planner.copy(only("b1", "b2"), Fleet.LINE_2, false));
        assertThat(Told.report(report)).isEqualTo("""
                Copy v1 UNKNOWN 2 builds of that code have appeared meanwhile, and it cannot be told which of them is this one
                Copy v2 DONE → copy3
                """);
        assertThat(cloud.writes()).containsExactly("copy b1", "copy b2");
        assertThat(Told.items(report.retry())).isEqualTo("0 Copy v1 DOUBTFUL may have been copied already\n");
    }

    @Test
    void aCopyThatIsAcceptedAndGoneHasFailed() {
        cloud.trouble = (batch, carryOut) -> {
            carryOut.run();
            return new Answer.Accepted(new EntityRef(Deployment.TYPE, "nowhere"));
        };
        assertThat(Told.report(apply(planner.copy(only("b1"), Fleet.LINE_2, false))))
                .isEqualTo("""
                Copy v1 FAILED accepted by the service, but it is gone
                """);
    }

    @Test
    void aRefusedCopyFailsWithTheServicesWords() {
        cloud.trouble = (batch, carryOut) ->
                batch.ids().contains("b1") ? new Answer.Refused("Compilation Error", false, List.of()) : null;
        Report report = applier()
                .apply(
                        planner.copy(only("b1", "b2"), Fleet.LINE_2, false),
                        ApplyOptions.defaults(),
                        ApplyListener.none(),
                        new ApplyControl());
        assertThat(Told.report(report)).isEqualTo("""
                Copy v1 FAILED Compilation Error
                Copy v2 DONE → copy1
                """);
    }

    @Test
    void aCopyPlanAppliedTwiceChangesNothingTheSecondTime() {
        Plan plan = planner.copy(all(), Fleet.LINE_2, false);
        apply(plan);
        cloud.requests.clear();
        assertThat(Told.report(applyLater(plan))).isEqualTo("""
                Copy v1 SKIPPED already so: the group's newest build is the same code
                Copy v2 SKIPPED already so: the group's newest build is the same code
                Copy v3 SKIPPED already so: the group's newest build is the same code
                Copy v4 SKIPPED already so: the group's newest build is the same code
                """);
        assertThat(cloud.writes()).isEmpty();
    }

    @Test
    void aCopyOfWhatIsGoneIsStaleAndOneIntoAGroupThatIsGoneFails() {
        Plan plan = planner.copy(only("b1", "b2"), Fleet.LINE_2, false);
        cloud.builds.remove("b1");
        cloud.groups.remove("Line 2");
        assertThat(Told.report(applyLater(plan))).isEqualTo("""
                Copy v1 STALE it is gone
                Copy v2 FAILED Not Found: nothing there
                """);
    }

    @Test
    void buildsAreUnflaggedAndRemoved() {
        cloud.minimums.put("Line 1", "b4");
        assertThat(Told.report(apply(planner.removeBuilds(all(), Removal.forced()))))
                .isEqualTo("""
                Remove v1 DONE
                Unflag v2 DONE
                Remove v2 DONE
                Remove v3 DONE
                Remove v4 SKIPPED it is the minimum supported build of Line 1; only older ones can be removed
                """);
        assertThat(cloud.builds.keySet()).containsExactly("b4");
    }

    @Test
    void aBuildThatCannotBeUnflaggedStays() {
        cloud.minimums.put("Line 1", "b4");
        cloud.unknown.add("b2");
        assertThat(Told.report(apply(planner.removeBuilds(only("b1", "b2"), Removal.forced()))))
                .isEqualTo("""
                Remove v1 DONE
                Unflag v2 FAILED Not Found: no device b2
                Remove v2 SKIPPED not started: it could not be unflagged
                """);
    }

    /** @param carriedOut whether the request is carried out all the same */
    private void loseTheFirst(boolean carriedOut) {
        Set<Change> seen = new HashSet<>();
        cloud.trouble = (batch, carryOut) -> {
            if (!seen.isEmpty()) {
                return null;
            }
            seen.add(batch.change());
            if (carriedOut) {
                carryOut.run();
            }
            return LOST;
        };
    }

    private void retag(String id, String... tags) {
        cloud.builds.computeIfPresent(
                id, (same, old) -> FakeCloud.changed(old, new Change.Retag(old.tags(), List.of(tags))));
    }

    private String copies() {
        StringBuilder copies = new StringBuilder();
        cloud.builds.values().stream()
                .filter(build -> build.group().id().equals("Line 2"))
                .forEach(build -> copies.append(build.id())
                        .append(' ')
                        .append(build.sha())
                        .append(' ')
                        .append(build.tags())
                        .append(build.flagged() ? " flagged\n" : "\n"));
        return copies.toString();
    }

    private List<Deployment> all() {
        return only("b1", "b2", "b3", "b4");
    }

    private List<Deployment> only(String... ids) {
        return List.of(ids).stream()
                .map(id -> Fleet.deployment(cloud.builds.get(id)))
                .toList();
    }

    private Applier applier() {
        return Plans.applier(cloud);
    }

    private Report apply(Plan plan) {
        return applier().apply(plan, GO_ON, ApplyListener.none(), new ApplyControl());
    }

    private Report applyLater(Plan plan) {
        return Plans.applier(cloud, Plans.LATER).apply(plan, GO_ON, ApplyListener.none(), new ApplyControl());
    }
}
