package io.impsh.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.Deployment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What plans of builds say, and what they expect of the service. */
class BuildPlansTest {
    private final FakeCloud cloud = new FakeCloud().with(Fleet.LINE_1, Fleet.LINE_2, Fleet.FIELD);
    private final Planner planner = Plans.planner(cloud);

    @Test
    void flagging() {
        with(build("b1", 1, false), build("b2", 2, true), build("b3", 3, false));
        assertThat(Told.plan(planner.flag(all()))).isEqualTo("""
                flag 2 builds
                  builds flagged: 2
                  left alone, already flagged: 1
                  4 requests
                0 Flag b1 GO
                0 Flag b2 ALREADY already flagged
                0 Flag b3 GO
                2 builds are flagged. Go on?
                  b1: flag
                  b3: flag
                """);
        assertThat(planner.flag(List.of()).title()).isEqualTo("flag no builds");
    }

    @Test
    void unflaggingAnywhere() {
        with(build("b1", 1, true), build("b2", 2, false));
        cloud.with(Fleet.build("z1", null, true));
        assertThat(Told.plan(planner.unflag(all()))).isEqualTo("""
                unflag 2 builds
                  builds unflagged: 2
                  left alone, already unflagged: 1
                  6 requests
                0 Unflag b1 GO
                0 Unflag b2 ALREADY already unflagged
                0 Unflag z1 GO
                2 builds are unflagged. Go on?
                  b1: unflag
                  z1: unflag
                """);
    }

    @Test
    void tagging() {
        with(
                tagged("b1", "v1"),
                tagged("b2", "v1", "RC"),
                tagged("b3"),
                Fleet.build("b4", "sha of b4", List.of("x".repeat(499)), Fleet.LINE_1.ref(), false, Fleet.THEN));
        assertThat(Told.plan(planner.addTags(all(), List.of("v1", "RC"))).replaceAll("x{499}", "xxx"))
                .isEqualTo("""
                retag 2 builds
                  build tagged RC: 1
                  build tagged v1 RC: 1
                  left alone, already has these tags: 1
                  left alone, its tags would have more than 500 characters: 1
                  4 requests
                0 Retag v1 GO
                0 Retag v1, RC ALREADY already has these tags
                0 Retag b3 GO
                0 Retag xxx REFUSED its tags would have more than 500 characters
                2 builds get other tags. Go on?
                  v1 (b1): v1 → v1, RC
                  b3: no tags → v1, RC
                """);
        assertThat(Told.plan(planner.removeTags(all(), List.of("v1", "beta"))))
                .isEqualTo("""
                retag 2 builds
                  builds without v1: 2
                  left alone, already has none of these tags: 2
                  4 requests
                0 Retag v1 GO
                0 Retag v1, RC GO
                0 Retag b3 ALREADY already has none of these tags
                0 Retag %s ALREADY already has none of these tags
                2 builds get other tags. Go on?
                  v1 (b1): v1 → no tags
                  v1, RC (b2): v1, RC → RC
                """.formatted("x".repeat(499)));
    }

    @Test
    void copying() {
        with(build("b1", 1, false), build("b2", 2, false));
        cloud.with(Fleet.build("n", "sha of b1", List.of(), Fleet.LINE_2.ref(), false, Fleet.THEN));
        assertThat(Told.plan(planner.copy(reversed(), Fleet.LINE_2, true))).isEqualTo("""
                copy build b2
                  Line 1 → Line 2: 1
                  left alone, the group's newest build is the same code: 1
                  6 requests
                0 Copy b1 ALREADY the group's newest build is the same code
                0 Copy b2 GO
                build b2 is copied to Line 2. Go on?
                  b2: Line 1 → Line 2
                """);
        assertThat(Told.plan(planner.copy(only("b1", "b2"), Fleet.FIELD, false)))
                .isEqualTo("""
                copy 2 builds
                  Line 1 → Field: 2
                  8 requests
                0 Copy b1 GO
                0 Copy b2 GO
                2 builds are copied to Field. Type the number of all things affected, 2, to go on:
                  b1: Line 1 → Field
                  b2: Line 1 → Field
                """);
    }

    @Test
    void theGroupsNewestBuildsAreNotCopiedOnceMore() {
        with(build("a", 1, false), build("b", 2, false), build("c", 3, false));
        cloud.with(
                Fleet.build("n1", "sha of c", List.of(), Fleet.LINE_2.ref(), false, Fleet.THEN.plusSeconds(11)),
                Fleet.build("n2", "sha of a", List.of(), Fleet.LINE_2.ref(), false, Fleet.THEN.plusSeconds(12)),
                Fleet.build("n3", "sha of b", List.of(), Fleet.LINE_2.ref(), false, Fleet.THEN.plusSeconds(13)));
        assertThat(Told.items(planner.copy(only("a", "b", "c"), Fleet.LINE_2, false)))
                .isEqualTo("""
                0 Copy a ALREADY the group's newest build is the same code
                0 Copy b ALREADY the group's newest build is the same code
                0 Copy c GO
                """);
        assertThat(Told.items(planner.copy(only("a"), Fleet.LINE_2, false))).isEqualTo("0 Copy a GO\n");
        assertThat(Told.items(planner.copy(only("b"), Fleet.LINE_2, false)))
                .isEqualTo("0 Copy b ALREADY the group's newest build is the same code\n");
    }

    @Test
    void removing() {
        with(build("b1", 1, true), build("b2", 2, false), build("b3", 3, true), build("b4", 4, true));
        cloud.with(Fleet.build("z1", null, true), Fleet.build("z2", null, false));
        cloud.minimums.put("Line 1", "b3");
        assertThat(Told.plan(planner.removeBuilds(all(), Removal.plain()))).isEqualTo("""
                remove 2 builds
                  builds removed: 2
                  left alone, it is flagged; remove({force: true}) unflags it first: 2
                  left alone, it is the minimum supported build of Line 1; only older ones can be removed: 1
                  left alone, it is newer than the minimum supported build of Line 1; only older ones can be removed: 1
                  6 requests
                0 Remove b1 REFUSED it is flagged; remove({force: true}) unflags it first
                0 Remove b2 GO
                0 Remove b3 REFUSED it is the minimum supported build of Line 1; only older ones can be removed
                0 Remove b4 REFUSED it is newer than the minimum supported build of Line 1; only older ones can be removed
                0 Remove z1 REFUSED it is flagged; remove({force: true}) unflags it first
                0 Remove z2 GO
                2 builds are removed. Go on?
                  b2: remove
                  z2: remove
                """);
        assertThat(Told.plan(planner.removeBuilds(all(), Removal.forced()))).isEqualTo("""
                unflag 2 builds, remove 4 builds
                  builds unflagged: 2
                  builds removed: 4
                  left alone, it is the minimum supported build of Line 1; only older ones can be removed: 1
                  left alone, it is newer than the minimum supported build of Line 1; only older ones can be removed: 1
                  14 requests
                0 Unflag b1 GO
                1 Remove b1 GO
                0 Remove b2 GO
                0 Remove b3 REFUSED it is the minimum supported build of Line 1; only older ones can be removed
                0 Remove b4 REFUSED it is newer than the minimum supported build of Line 1; only older ones can be removed
                0 Unflag z1 GO
                1 Remove z1 GO
                0 Remove z2 GO
                2 builds are unflagged, 4 builds are removed. Go on?
                  b1: unflag
                  b1: remove
                  b2: remove
                  z1: unflag
                  z1: remove
                  z2: remove
                """);
    }

    @Test
    void aBuildHandedInTwiceIsPlannedOnce() {
        with(build("b1", 1, false));
        assertThat(Told.items(planner.flag(only("b1", "b1")))).isEqualTo("0 Flag b1 GO\n");
    }

    /** The code of all of them would be eight gigabytes. */
    @Test
    void tenThousandBuildsArePlannedWithoutTheirCode() {
        String block = "x".repeat(4_000);
        Iterable<Deployment> builds = () -> new Iterator<>() {
            private int number;

            @Override
            public boolean hasNext() {
                return number < 10_000;
            }

            @Override
            public Deployment next() {
                Build build = build("b" + ++number, number, false);
                return Fleet.deployment(build, block.repeat(200));
            }
        };
        assertThat(planner.flag(builds).title()).isEqualTo("flag 10,000 builds");
    }

    private static Build build(String id, int second, boolean flagged) {
        return Fleet.build(id, "sha of " + id, List.of(), Fleet.LINE_1.ref(), flagged, Fleet.THEN.plusSeconds(second));
    }

    private static Build tagged(String id, String... tags) {
        return Fleet.build(id, "sha of " + id, List.of(tags), Fleet.LINE_1.ref(), false, Fleet.THEN);
    }

    private void with(Build... builds) {
        cloud.with(builds);
    }

    private List<Deployment> all() {
        return cloud.builds.values().stream().map(Fleet::deployment).toList();
    }

    private List<Deployment> reversed() {
        List<Deployment> reversed = new ArrayList<>(only("b1", "b2"));
        Collections.reverse(reversed);
        return reversed;
    }

    private List<Deployment> only(String... ids) {
        return List.of(ids).stream()
                .map(id -> Fleet.deployment(cloud.builds.get(id)))
                .toList();
    }
}
