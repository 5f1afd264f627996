package io.impsh.bulk;

import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Plans what happens to builds. Keeps nothing of their code, so that many can be handed in one after the other. */
final class BuildPlanner {
    private final Cloud cloud;
    private final PlanDraft draft;

    BuildPlanner(Cloud cloud, PlanDraft draft) {
        this.cloud = cloud;
        this.draft = draft;
    }

    void each(Iterable<Deployment> builds, Change change, Function<Build, Verdict> verdict) {
        distinct(builds).forEach(build -> draft.add(build, change, 0, verdict.apply(build)));
    }

    void addTags(Iterable<Deployment> builds, List<String> tags) {
        for (Build build : distinct(builds)) {
            List<String> longer = new ArrayList<>(build.tags());
            tags.stream().filter(tag -> !longer.contains(tag)).forEach(longer::add);
            retag(build, longer, "already has these tags");
        }
    }

    void removeTags(Iterable<Deployment> builds, List<String> tags) {
        for (Build build : distinct(builds)) {
            List<String> shorter = new ArrayList<>(build.tags());
            shorter.removeAll(tags);
            retag(build, shorter, "already has none of these tags");
        }
    }

    private void retag(Build build, List<String> tags, String already) {
        draft.add(build, new Change.Retag(build.tags(), tags), 0, BuildVerdicts.retag(build, tags, already));
    }

    /** Oldest first, so that the newest of them ends up as the group's newest. */
    void copy(Iterable<Deployment> builds, DeviceGroup to, boolean all) {
        List<Build> oldestFirst = new ArrayList<>(distinct(builds));
        oldestFirst.sort(Comparator.comparing(Build::createdAt));
        List<String> shas = oldestFirst.stream().map(Build::sha).toList();
        int already = new CopiedAlready(cloud, null).count(to.id(), shas);
        GroupTarget target = GroupTarget.of(to);
        for (int index = 0; index < oldestFirst.size(); index++) {
            Build build = oldestFirst.get(index);
            Verdict verdict = index < already ? Verdict.already(CopiedAlready.WORDS) : copyable(build);
            draft.add(build, new Change.Copy(target, all, build.sha()), 0, verdict);
        }
    }

    private static Verdict copyable(Build build) {
        return build.sha() == null ? Verdict.refused("it has no sha, so its copy could not be told") : Verdict.GO;
    }

    /** Builds that the service keeps are left as they are, flag and all. */
    void remove(Iterable<Deployment> builds, Removal removal) {
        Collection<Build> distinct = distinct(builds);
        MinimumBuilds minimums = new MinimumBuilds(cloud, distinct);
        for (Build build : distinct) {
            String obstacle = minimums.obstacle(build);
            if (obstacle == null && build.flagged() && !removal.force()) {
                obstacle = "it is flagged; remove({force: true}) unflags it first";
            }
            if (obstacle != null) {
                draft.add(build, new Change.Remove(), 0, Verdict.refused(obstacle));
            } else if (build.flagged()) {
                draft.add(build, new Change.Unflag(), 0, Verdict.GO);
                draft.add(build, new Change.Remove(), 1, Verdict.GO);
            } else {
                draft.add(build, new Change.Remove(), 0, Verdict.GO);
            }
        }
    }

    private static Collection<Build> distinct(Iterable<Deployment> builds) {
        Map<String, Build> distinct = new LinkedHashMap<>();
        builds.forEach(build -> distinct.putIfAbsent(build.id(), Build.of(build)));
        return distinct.values();
    }
}
